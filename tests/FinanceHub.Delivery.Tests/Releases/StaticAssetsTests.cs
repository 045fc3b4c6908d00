using System.Text.Json.Nodes;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Releases;

public sealed class StaticAssetsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_times_are_taken_out_and_nothing_else()
    {
        var file = _directory.Write("web/Some.Web.staticwebassets.endpoints.json", """
            {"Version":1,"Endpoints":[
              {"Route":"app.css","ResponseHeaders":[{"Name":"ETag","Value":"\"+/a=\""},{"Name":"Last-Modified","Value":"Sat, 22 Aug 2026 16:09:04 GMT"},{"Name":"Vary","Value":"Accept-Encoding"}]},
              {"Route":"app.js","ResponseHeaders":[{"Name":"Last-Modified","Value":"Wed, 25 Nov 2026 15:22:23 GMT"}]}]}
            """);

        StaticAssets.RemoveTimes(_directory["web"]);

        JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), JsonNode.Parse("""
            {"Version":1,"Endpoints":[
              {"Route":"app.css","ResponseHeaders":[{"Name":"ETag","Value":"\"+/a=\""},{"Name":"Vary","Value":"Accept-Encoding"}]},
              {"Route":"app.js","ResponseHeaders":[]}]}
            """)).ShouldBeTrue(File.ReadAllText(file));
    }

    [Fact]
    public void A_service_without_static_files_is_left_as_it_is()
    {
        var list = _directory.Write("web/Some.Web.staticwebassets.endpoints.json", """{"Version":1,"Endpoints":[]}""");
        _directory.Write("api/Some.Api.dll", "");

        StaticAssets.RemoveTimes(_directory["web"]);
        StaticAssets.RemoveTimes(_directory["api"]);

        File.ReadAllText(list).ShouldBe("""{"Version":1,"Endpoints":[]}""");
    }
}
