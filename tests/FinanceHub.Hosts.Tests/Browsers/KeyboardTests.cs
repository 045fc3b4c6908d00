using FinanceHub.Testing.Browsers;
using FinanceHub.Testing.Clones;
using Microsoft.Playwright;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>Without a mouse, and without seeing that something is red.</summary>
[Collection(SeededSite.Name)]
public sealed class KeyboardTests(SeededSite site)
{
    /// <summary>No page of these has more stops than this.</summary>
    private const int MostStops = 60;

    /// <summary>Whether what is focused is what is wanted; what is wrong with it, if it does not look focused or something lies over it.</summary>
    private const string Examine = """
        selector => {
          const one = document.activeElement;
          // Past the last stop, or at a button of the browser's own inside of a field.
          if (!one.matches(":focus")) return "elsewhere";
          const style = getComputedStyle(one);
          if (!one.matches(":focus-visible") || style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `does not look focused: ${one.outerHTML}`;
          const box = one.getBoundingClientRect();
          const hit = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
          if (!one.contains(hit) && !hit?.contains(one)) return `is focused behind something else: ${one.outerHTML}`;
          return one.matches(selector) ? "there" : "elsewhere";
        }
        """;

    [Fact]
    public async Task Somebody_signs_in_enters_an_activity_corrects_it_and_deletes_it_and_always_sees_what_is_focused()
    {
        using var client = site.CreateApiClient();
        var (email, password, things) = await Visitors.IntroduceAsync(Visitor.Beginner, client);
        var page = await site.OpenAsync();
        await page.GotoAsync("/sign-in");
        await TypeAsync(page, "Input.Email", email);
        await TypeAsync(page, "Input.Password", password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/portfolios");

        var portfolio = $"/portfolios/{things["portfolio"]}";
        await FollowAsync(page, $"main a[href='{portfolio}']", $"**{portfolio}");
        await FollowAsync(page, "main a[href*='/activities/new']", "**/activities/new*");
        await TypeAsync(page, "Input.Symbol", "ACME");
        await TypeAsync(page, "Input.Quantity", "ten");
        await TypeAsync(page, "Input.UnitPrice", "100");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[role=alert]");
        await ShouldTellWhatIsWrongAsync(page, "Input.Quantity", "Expected a number like 12.5, found \"ten\".");

        await TypeAsync(page, "Input.Quantity", "10");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/activities?done=entered");
        await FollowAsync(page, "main a[href$='/delete']", "**/delete");
        await FollowAsync(page, "main button.danger", "**/activities?done=deleted");
        (await page.InnerTextAsync("main")).ShouldNotContain("ACME");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Forms_that_come_back_say_what_is_wrong_at_the_field_and_at_the_top_where_one_then_is()
    {
        var page = await site.OpenAsync();
        var inspector = await PageInspector.OfAsync(page, Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots"));
        inspector.ExpectedStatus = 400;
        await page.GotoAsync("/sign-up");
        await page.FillAsync("[name='Input.Email']", "ada@example.org");
        await page.FillAsync("[name='Input.Password']", "short");
        await page.PressAsync("[name='Input.Password']", "Enter");
        await page.WaitForSelectorAsync("[role=alert]");
        await ShouldTellWhatIsWrongAsync(page, "Input.Password", "10");
        await inspector.LookAsync("nobody-sign-up-refused");

        using var client = site.CreateApiClient();
        var (email, password, things) = await Visitors.IntroduceAsync(Visitor.Beginner, client);
        await page.SignInAsync(email, password);
        await page.GotoAsync($"/portfolios/{things["portfolio"]}/activities/new?type=SELL");
        await page.FillAsync("[name='Input.Symbol']", "ACME");
        await page.FillAsync("[name='Input.Quantity']", "5");
        await page.FillAsync("[name='Input.UnitPrice']", "100");
        await page.PressAsync("[name='Input.UnitPrice']", "Enter");
        await page.WaitForSelectorAsync("[role=alert]");
        await ShouldTellWhatIsWrongAsync(page, "Input.Quantity", "held");
        await inspector.LookAsync("beginner-activity-refused");

        inspector.Findings.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    private static async Task ShouldTellWhatIsWrongAsync(IPage page, string field, string sentence)
    {
        (await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('role')")).ShouldBe("alert", "what is wrong is where one begins");
        (await page.InnerTextAsync("[role=alert]")).ShouldContain(sentence);
        var input = page.Locator($"[name='{field}']");
        (await input.GetAttributeAsync("aria-invalid")).ShouldBe("true");
        var descriptions = (await input.GetAttributeAsync("aria-describedby"))!.Split(' ');
        (await page.InnerTextAsync($"#{descriptions[0]}")).ShouldContain(sentence);
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await GoToAsync(page, $"[name='{field}']");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task FollowAsync(IPage page, string selector, string address)
    {
        await GoToAsync(page, selector);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address);
    }

    /// <summary>From stop to stop, each of which must be seen to be the one.</summary>
    private static async Task GoToAsync(IPage page, string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var found = await page.EvaluateAsync<string>(Examine, selector);
            if (found == "there")
                return;
            found.ShouldBe("elsewhere", page.Url);
        }

        throw new TimeoutException($"{page.Url}: no stop is {selector}.");
    }
}
