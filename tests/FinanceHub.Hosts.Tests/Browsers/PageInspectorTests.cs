using FinanceHub.Hosts.Tests.Worker;
using FinanceHub.Testing.Browsers;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>What looks at every page finds what is wrong with one: else it would be content with anything.</summary>
public sealed class PageInspectorTests
{
    private const string Bad = """
        <!doctype html><html lang="en"><head><title>Bad</title><meta name="viewport" content="width=device-width"></head>
        <body><main><h1>Bad</h1><img src="https://example.invalid/a.png"><p style="width:3000px">wide</p><script>console.error("broken")</script></main></body></html>
        """;

    [Fact]
    public async Task It_finds_what_is_inaccessible_too_wide_broken_or_asked_of_others()
    {
        await using var site = await StubServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(Bad);
        });
        await using var browser = await HeadlessBrowser.StartAsync();
        var pictures = Directory.CreateTempSubdirectory("financehub pictures ");
        try
        {
            var inspector = await PageInspector.OfAsync(await browser.OpenAsync(site.Address), pictures.FullName);

            await inspector.VisitAsync(site.Address.ToString(), "bad");

            foreach (var expected in new[] { "image-alt", "px wider than the window", "broken", "asked https://example.invalid/a.png" })
                inspector.Findings.ShouldContain(finding => finding.Contains(expected, StringComparison.Ordinal), $"{expected} in {string.Join("; ", inspector.Findings)}");
            await inspector.VisitAsync(site.Address.ToString(), "bad", status: 404);
            inspector.Findings.ShouldContain(finding => finding.Contains("answered 200, expected 404", StringComparison.Ordinal));
            pictures.EnumerateFiles("bad-*.png").Count().ShouldBe(4);
        }
        finally
        {
            pictures.Delete(recursive: true);
        }
    }
}
