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
    public async Task Every_route_is_described_with_its_answers()
    {
        using var client = services.CreateApiClient();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken));

        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToList();

        paths.Select(path => path.Name).ShouldContain("/api/v1/portfolios/{id}/holdings");
        paths.SelectMany(path => path.Value.EnumerateObject()).ShouldAllBe(operation => operation.Value.GetProperty("responses").EnumerateObject().Any());
    }
}
