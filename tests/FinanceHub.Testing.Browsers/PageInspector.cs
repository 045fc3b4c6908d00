using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FinanceHub.Testing.Browsers;

/// <summary>
/// Looks at pages as people see them, on a desk and on a phone, in light and in dark, and notes everything that is wrong.
/// What it saw is left as pictures, to be looked at.
/// </summary>
public sealed class PageInspector
{
    private const int Desk = 1280;

    private const int Phone = 390;

    /// <summary>What the pages' own policy would not let in: put there by the browser, once for all four looks at a page.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string RunAxe = "async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(one => `${one.id} at ${one.nodes.map(node => node.html).join(', ')}`)";

    private readonly IPage _page;
    private readonly string _pictures;
    private readonly List<string> _findings = [];

    private PageInspector(IPage page, string pictures)
    {
        (_page, _pictures) = (page, pictures);
        page.Request += (_, request) => NoteForeign(request);
        page.Console += (_, message) => NoteError(message);
        page.PageError += (_, error) => _findings.Add($"{page.Url}: {error}");
    }

    /// <summary>Looks through a window at the pages that are opened in it from now on.</summary>
    /// <param name="page">The window.</param>
    /// <param name="pictures">The directory for them.</param>
    public static async Task<PageInspector> OfAsync(IPage page, string pictures)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.AddInitScriptAsync(Axe);
        return new(page, pictures);
    }

    /// <summary>The status that the page in front of it answers with; an error of which the browser complains may be as it should be.</summary>
    public int ExpectedStatus { get; set; } = 200;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Opens a page and looks at it.</summary>
    /// <param name="address">On this site, or in full.</param>
    /// <param name="name">For its pictures.</param>
    /// <param name="status">What it answers.</param>
    public async Task VisitAsync(string address, string name, int status = 200)
    {
        ExpectedStatus = status;
        var answer = await _page.GotoAsync(address);
        if (answer?.Status != status)
            _findings.Add($"{address}: answered {answer?.Status}, expected {status}");
        await LookAsync(name);
    }

    /// <summary>Looks at the page that is open.</summary>
    public async Task LookAsync(string name)
    {
        foreach (var width in new[] { Desk, Phone })
        {
            await _page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await _page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await LookAsync($"{name} at {width} px in {scheme}", Path.Combine(_pictures, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png")));
            }
        }
    }

    private async Task LookAsync(string what, string picture)
    {
        var beyond = await _page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        if (beyond > 0)
            _findings.Add($"{what}: {beyond} px wider than the window");
        _findings.AddRange((await _page.EvaluateAsync<string[]>(RunAxe)).Select(violation => $"{what}: {violation}"));
        await _page.ScreenshotAsync(new PageScreenshotOptions { Path = picture, FullPage = true });
    }

    private void NoteForeign(IRequest request)
    {
        if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" })
            _findings.Add($"{_page.Url}: asked {request.Url}");
    }

    private void NoteError(IConsoleMessage message)
    {
        var wanted = ExpectedStatus >= 400 && message.Text.Contains(string.Create(CultureInfo.InvariantCulture, $"a status of {ExpectedStatus}"), StringComparison.Ordinal);
        if (message.Type == "error" && !wanted)
            _findings.Add($"{_page.Url}: {message.Text}");
    }
}
