namespace FinanceHub.Delivery.Smoke;

/// <summary>The suite for FinanceHub. The journey of a customer, the worker and the pages are looked at side by side.</summary>
internal sealed class SmokeSuite(TimeSpan timeout, TimeProvider clock) : ISmokeSuite
{
    private const string Page = "web page";
    private const string Asset = "static asset";
    private const string Headers = "security headers";

    private static readonly string[] RequiredHeaders = ["Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"];

    private static readonly string[] Order =
    [
        AccountJourney.SignUp, AccountJourney.SignIn, AccountJourney.Portfolio, AccountJourney.Activity, AccountJourney.Valuation, AccountJourney.CleanUp,
        WorkerHeartbeat.Name, Page, Asset, Headers,
    ];

    public async Task<SmokeReport> RunAsync(SmokeTarget target, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(timeout);
        var run = new SmokeRun(clock, deadline.Token);
        using var customer = new SmokeClient(target.ReleaseId);
        using var visitor = new SmokeClient(target.ReleaseId);
        await Task.WhenAll(
            new AccountJourney(target.Api, customer, run).RunAsync(),
            run.CheckAsync(WorkerHeartbeat.Name, new WorkerHeartbeat(target.Api, visitor, target.ReleaseId).CheckAsync),
            PagesAsync(target.Web, visitor, run));
        cancellation.ThrowIfCancellationRequested();
        return new SmokeReport
        {
            Address = target.Api,
            ReleaseId = target.ReleaseId,
            Checks = run.InOrder(Order),
            Reached = customer.Reached || visitor.Reached,
            Milliseconds = Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1),
        };
    }

    private static async Task PagesAsync(Uri web, SmokeClient client, SmokeRun run)
    {
        HttpResponseMessage? page = null;
        var found = await run.CheckAsync(Page, async stop =>
        {
            page = await client.SendAsync(HttpMethod.Get, new Uri(web, "/"), 200, null, stop);
            RequireType(page, "text/html");
            if (!(await page.Content.ReadAsStringAsync(stop)).Contains("FinanceHub", StringComparison.Ordinal))
            {
                throw new SmokeMismatchException("the page does not contain the word FinanceHub");
            }
        });
        await run.CheckAsync(Asset, async stop =>
        {
            using var asset = await client.SendAsync(HttpMethod.Get, new Uri(web, "/app.css"), 200, null, stop);
            RequireType(asset, "text/css");
        });
        if (found)
        {
            await run.CheckAsync(Headers, _ => RequireSecurityHeadersAsync(page!));
        }

        page?.Dispose();
    }

    private static void RequireType(HttpResponseMessage answer, string expected)
    {
        if (answer.Content.Headers.ContentType?.MediaType is var actual && actual != expected)
        {
            throw new SmokeMismatchException($"the content type is {actual ?? "missing"}, expected {expected}");
        }
    }

    private static Task RequireSecurityHeadersAsync(HttpResponseMessage page)
    {
        string[] missing = [.. RequiredHeaders.Where(header => !page.Headers.Contains(header))];
        if (missing.Length > 0)
        {
            throw new SmokeMismatchException($"the page lacks {string.Join(", ", missing)}");
        }

        return Task.CompletedTask;
    }
}
