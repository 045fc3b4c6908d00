using System.Text.Json;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing.Clones;

namespace FinanceHub.Hosts.Tests.Api;

[Collection(ServicesOnSqlite.Name)]
public sealed class OpenApiTests(ServicesOnSqlite services)
{
    /// <summary>Set to 1, it makes the test write the file instead of comparing it.</summary>
    private const string Write = "FINANCEHUB_WRITE_OPENAPI";

    private const string Repair = $"{Write}=1 dotnet test tests/FinanceHub.Hosts.Tests --filter FullyQualifiedName~OpenApiTests";

    private static readonly string File = Path.Combine(RepositoryRoot.Path, "src", "FinanceHub.Api", "openapi.json");

    [Fact]
    public async Task The_committed_description_is_what_the_API_says()
    {
        using var client = services.CreateApiClient();
        var said = (await client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Write) == "1")
            await System.IO.File.WriteAllTextAsync(File, said, TestContext.Current.CancellationToken);

        var committed = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken) : "";

        (said == committed).ShouldBeTrue($"src/FinanceHub.Api/openapi.json is stale. Write it again: {Repair}");
    }

    [Fact]
    public async Task The_page_for_people_comes_with_its_script_and_asks_nobody_else()
    {
        using var client = services.CreateApiClient();

        using var page = await client.GetAsync("/api/v1/docs/", TestContext.Current.CancellationToken);
        using var script = await client.GetAsync("/api/v1/docs/scalar.js", TestContext.Current.CancellationToken);

        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("://");
        text.ShouldContain("api/v1/openapi.json");
        var policy = page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldStartWith("default-src 'none'; script-src 'self' 'nonce-");
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        text.Split("<script").Skip(1).ShouldAllBe(tag => System.Net.WebUtility.HtmlDecode(tag).Contains($"nonce=\"{nonce}\"", StringComparison.Ordinal));
        ((int)script.StatusCode, script.Content.Headers.ContentType!.MediaType).ShouldBe((200, "text/javascript"));
    }

    [Fact]
    public async Task Every_route_is_described_with_its_answers()
    {
        using var client = services.CreateApiClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken));

        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToList();

        paths.Select(path => path.Name).ShouldContain("/api/v1/portfolios/{id}/holdings");
        paths.SelectMany(path => path.Value.EnumerateObject()).ShouldAllBe(operation => operation.Value.GetProperty("responses").EnumerateObject().Any());
    }
}
