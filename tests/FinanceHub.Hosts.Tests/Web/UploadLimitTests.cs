using System.Net;
using FinanceHub.Api.Imports;
using FinanceHub.Hosts.Tests.Api;
using FinanceHub.Hosts.Tests.Web.Fake;
using FinanceHub.Web.Imports;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>Files that are too large, sent to a web that listens as it does when it is deployed: the server has limits of its own, which one in memory has not.</summary>
public sealed class UploadLimitTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly string Path = $"/portfolios/{Sample.PortfolioId}/import";

    [Theory]
    [InlineData(11)]
    [InlineData(50)]
    public async Task Whoever_sends_a_file_that_is_too_large_gets_the_page_again_with_the_limit_and_what_to_do(int megabytes)
    {
        await using var site = new FakeSite();
        var browser = await FakeSite.SignedInAsync(site.Listening());

        var page = await browser.UploadAsync(Path, "import", ("Input.File", new EndlessContent(megabytes * Megabyte, tellsLength: true)));

        page.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Html.ShouldContain("The file is larger than 10 MB. Split it and import one part after the other");
        page.Html.ShouldContain("type=\"file\"");
        Markup.ShouldBeSound(page.Html, Path);
        site.Api.Requests.ShouldNotContain(request => request.Path.EndsWith("/imports", StringComparison.Ordinal), "it was passed on for nothing");
    }

    [Fact]
    public async Task A_file_of_exactly_the_largest_size_is_passed_on()
    {
        await using var site = new FakeSite();
        var browser = await FakeSite.SignedInAsync(site.Listening());

        var page = await browser.UploadAsync(Path, "import", ("Input.File", new EndlessContent(ImportUpload.Largest, tellsLength: true)));

        page.Location!.ShouldEndWith($"/import/{Sample.ImportId}");
        site.Api.Last("POST", "/imports").Body.Length.ShouldBe(ImportUpload.Largest);
    }

    [Fact]
    public void The_limit_is_that_of_the_API() => ImportUpload.Largest.ShouldBe(Upload.Largest);
}
