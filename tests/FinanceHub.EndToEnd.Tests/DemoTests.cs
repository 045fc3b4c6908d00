using System.Text.RegularExpressions;
using FinanceHub.Testing;
using FinanceHub.Testing.Browsers;
using FinanceHub.Testing.Clones;
using Microsoft.Playwright;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>The demo as somebody sees it who types the two commands that put it there, to the last page that can be reached by a link.</summary>
[Collection(OneClone.Name)]
public sealed partial class DemoTests(OneClone fixture)
{
    /// <summary>Of one portfolio 15, of lists and alerts 8, of the account 2.</summary>
    private const int LinkedPages = 25;

    private static readonly string Pictures = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots", "demo");

    [Fact]
    public async Task The_seeded_demo_is_walked_from_link_to_link_and_every_page_looks_right()
    {
        await fixture.DeployUnlessSomethingRunsAsync();
        var said = AccountPattern().Match((await fixture.Clone.BuildAsync("Seed", "--env", "local")).ShouldSucceed().Output);
        await using var browser = await HeadlessBrowser.StartAsync();
        var page = await browser.OpenAsync(fixture.Address);
        var inspector = await PageInspector.OfAsync(page, Pictures);

        await SignInAsync(page, said.Groups["email"].Value, said.Groups["password"].Value);
        var visited = await WalkAsync(page, inspector);
        visited.Count.ShouldBeGreaterThanOrEqualTo(LinkedPages, string.Join('\n', visited));

        // Last, because the worker needs a minute or two for prices and rates as old as the demo is.
        await page.GotoAsync("/portfolios");
        var portfolio = await page.Locator("main a.tile").First.GetAttributeAsync("href");
        foreach (var part in new[] { "", "/performance" })
        {
            await Eventually.TrueAsync(async () => await page.GotoAsync(portfolio + part) is { Ok: true } && await page.Locator("main .metric").CountAsync() == 6 && await page.Locator("main .na").CountAsync() == 0, $"every figure of {part} is known", TimeSpan.FromMinutes(5));
            (await page.Locator(".line.value").CountAsync()).ShouldBe(1);
            await inspector.VisitAsync(portfolio + part, $"valued{part.Replace('/', '-')}");
        }

        inspector.Findings.ShouldBeEmpty();
    }

    /// <summary>One page of each kind: where thirty holdings are alike, one is looked at.</summary>
    private static async Task<ICollection<string>> WalkAsync(IPage page, PageInspector inspector)
    {
        var (kinds, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>());
        await TakeLinksAsync();
        while (waiting.TryDequeue(out var address))
        {
            await inspector.VisitAsync(address, string.Join('-', Kind(address).Split(['/', '{', '}'], StringSplitOptions.RemoveEmptyEntries)));
            await TakeLinksAsync();
        }

        return kinds;

        async Task TakeLinksAsync()
        {
            foreach (var link in await page.Locator("a[href^='/']:not([download])").EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)"))
            {
                // The start sends everybody who is signed in to their portfolios.
                if (link != "/" && kinds.Add(Kind(link)))
                    waiting.Enqueue(link);
            }
        }
    }

    private static string Kind(string path) => SymbolPattern().Replace(IdPattern().Replace(path, "{id}"), "/holdings/{name}");

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name='Input.Email']", email);
        await page.FillAsync("[name='Input.Password']", password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**/portfolios");
    }

    [GeneratedRegex("demo account (?<email>\\S+), password (?<password>\\S+)\\.")]
    private static partial Regex AccountPattern();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex IdPattern();

    [GeneratedRegex("/holdings/[^/]+$")]
    private static partial Regex SymbolPattern();
}
