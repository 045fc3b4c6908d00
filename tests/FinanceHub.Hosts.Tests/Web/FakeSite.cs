using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Hosts.Tests.Web.Fake;
using FinanceHub.Web;
using FinanceHub.Web.Api;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>The web alone, on an API that always answers the same.</summary>
internal sealed class FakeSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 18, 0, 0, TimeSpan.Zero);

    private readonly SqliteTestDatabase _keys = new();
    private readonly HostFactory<WebService> _web;

    public FakeSite(bool empty = false, params (string Name, string Value)[] settings)
    {
        Api = new FakeApi { Empty = empty };
        var all = new Dictionary<string, string>(_keys.Settings()) { ["FinanceHub:ApiAddress"] = "http://api.test" };
        foreach (var (name, value) in settings)
            all[name] = value;
        _web = new HostFactory<WebService>(
            all,
            web =>
            {
                web.AddSingleton<TimeProvider>(Clock);
                web.AddHttpClient<ApiClient>().ConfigurePrimaryHttpMessageHandler(() => Api);
            });
    }

    public FakeApi Api { get; }

    public FakeTimeProvider Clock { get; } = new(Now);

    public Browser Anonymous() => new(_web.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("http://web.test") }));

    /// <summary>A browser of a site that listens on a port, as it does when it is deployed.</summary>
    public Browser Listening() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _web.Listen() });

    public Task<Browser> SignedInAsync() => SignedInAsync(Anonymous());

    public static async Task<Browser> SignedInAsync(Browser browser)
    {
        var page = await browser.SubmitAsync("/sign-in", "sign-in", ("Input.Email", "ada@example.org"), ("Input.Password", "correct horse battery"));
        page.Location.ShouldNotBeNull(page.Html);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await _keys.DisposeAsync();
    }
}
