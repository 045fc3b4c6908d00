namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>What takes a while.</summary>
[Collection(SeededSite.Name)]
public sealed class WaitingTests(SeededSite site)
{
    private const string IsWaiting = "document.documentElement.classList.contains('waiting') && document.querySelector('main').ariaBusy === 'true'";

    [Fact]
    public async Task A_page_that_is_on_its_way_says_so_until_it_is_there()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/sign-in");
        (await page.EvaluateAsync<bool>($"() => {IsWaiting}")).ShouldBeFalse();

        // In one breath: while the next page is awaited, this one can no longer be asked.
        (await page.EvaluateAsync<bool>($"() => {{ document.querySelector(\"main a[href='/sign-up']\").click(); return {IsWaiting}; }}")).ShouldBeTrue();

        await page.WaitForURLAsync("**/sign-up");
        (await page.EvaluateAsync<bool>($"() => {IsWaiting}")).ShouldBeFalse();
        await page.Context.CloseAsync();
    }
}
