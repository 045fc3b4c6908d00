using Microsoft.Playwright;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>What takes a while. A page that is being left is never asked, it may not answer any more: it notes itself that it waits, and the next page is asked for the note.</summary>
[Collection(SeededSite.Name)]
public sealed class WaitingTests(SeededSite site)
{
    private const string IsWaiting = "document.documentElement.classList.contains('waiting') || document.querySelector('main').hasAttribute('aria-busy')";

    private const string Note = """
        new MutationObserver(() => {
          if (document.documentElement.classList.contains("waiting") && document.querySelector("main")?.ariaBusy === "true") sessionStorage.setItem("waited", location.pathname);
        }).observe(document, { subtree: true, attributes: true, attributeFilter: ["class", "aria-busy"] });
        """;

    [Fact]
    public async Task A_page_says_that_the_next_one_is_on_its_way_and_one_that_is_there_rests_even_after_going_back()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/sign-in");
        await ShouldRestAsync(page, waited: null);

        await page.ClickAsync("main a[href='/sign-up']");
        await page.WaitForURLAsync("**/sign-up");
        await ShouldRestAsync(page, waited: "/sign-in");

        await page.GoBackAsync();
        await page.WaitForURLAsync("**/sign-in");
        await ShouldRestAsync(page, waited: "/sign-in");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_the_browser_kept_as_it_was_left_no_longer_waits_when_it_is_shown_again()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/sign-in");

        // The browser of the tests keeps no pages: it is told to this one that it was kept.
        var waits = await page.EvaluateAsync<bool[]>($$"""
            () => {
              document.documentElement.classList.add("waiting");
              document.querySelector("main").ariaBusy = "true";
              const before = {{IsWaiting}};
              window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
              return [before, {{IsWaiting}}];
            }
            """);

        waits.ShouldBe([true, false]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_that_only_asks_says_that_the_answer_is_on_its_way()
    {
        var (page, portfolio) = await SignedInAsync();
        await page.GotoAsync($"{portfolio}/activities");
        await page.ClickAsync("details.filter-box summary");
        await ShouldRestAsync(page, waited: null);

        await page.ClickAsync("form.filter button[type=submit]");
        await page.WaitForURLAsync("**/activities?*");
        await ShouldRestAsync(page, waited: $"{portfolio}/activities");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_opens_elsewhere_becomes_a_file_or_stays_on_the_page_lets_nobody_wait()
    {
        var (page, portfolio) = await SignedInAsync();
        await page.GotoAsync($"{portfolio}/import");

        await page.Context.RunAndWaitForPageAsync(() => page.ClickAsync("a.brand", new() { Modifiers = [KeyboardModifier.Control] }));
        await ShouldRestAsync(page, waited: null);

        await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download] >> nth=0"));
        await ShouldRestAsync(page, waited: null);

        await page.FocusAsync(".skip");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/import#main");
        await ShouldRestAsync(page, waited: null);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await site.OpenAsync();
        await page.AddInitScriptAsync(Note);
        return page;
    }

    private async Task<(IPage Page, string Portfolio)> SignedInAsync()
    {
        using var client = site.CreateApiClient();
        var (email, password, things) = await Visitors.IntroduceAsync(Visitor.Beginner, client);
        var page = await OpenAsync();
        await page.SignInAsync(email, password);
        // The form for signing in made its page wait as well.
        await page.EvaluateAsync("() => sessionStorage.clear()");
        return (page, $"/portfolios/{things["portfolio"]}");
    }

    private static async Task ShouldRestAsync(IPage page, string? waited)
    {
        (await page.EvaluateAsync<bool>($"() => {IsWaiting}")).ShouldBeFalse(page.Url);
        (await page.EvaluateAsync<string?>("() => sessionStorage.getItem('waited')")).ShouldBe(waited, page.Url);
    }
}
