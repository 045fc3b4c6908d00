namespace FinanceHub.Benchmarks;

/// <summary>The product under load, on PostgreSQL: server, database and load share the machine.</summary>
internal static class Product
{
    /// <summary>Of each host, with all that it shares, under the load of customers who look at what they have.</summary>
    private const long MemoryLimit = 200_000_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    /// <param name="release">The directory of a sealed release.</param>
    /// <param name="table">Gets a row for each measurement.</param>
    public static async Task MeasureAsync(string release, Table table)
    {
        await using var hosts = await ProductHosts.StartAsync(release);
        using var customer = new ProductCustomer(hosts);
        await customer.SignUpAsync();
        var portfolio = await customer.OpenPortfolioAsync("Thousand");
        await customer.ImportAsync(portfolio, ProductCustomer.File(1_000));
        await customer.WaitForPricesAsync(portfolio);

        await LoadAsync("warm-up", 50, () => customer.HoldingsAsync(portfolio), hosts);
        await LoadAsync("holdings of 1,000 activities, 200 requests/s", 200, () => customer.HoldingsAsync(portfolio), hosts, table, Limit.P95(TimeSpan.FromMilliseconds(50)));
        await LoadAsync("warm-up", 5, () => customer.DashboardAsync(portfolio), hosts);
        await LoadAsync("dashboard page of 1,000 activities, 20 requests/s", 20, () => customer.DashboardAsync(portfolio), hosts, table, Limit.P95(TimeSpan.FromMilliseconds(150)));
        hosts.RequireMemory(table, MemoryLimit);
        await ImportAsync(customer, table, hosts);
    }

    private static async Task LoadAsync(string what, int perSecond, Func<Task<bool>> request, ProductHosts hosts, Table? table = null, Limit? limit = null)
    {
        var (latencies, failed) = await OpenLoad.RunAsync(perSecond, table is null ? TimeSpan.FromSeconds(5) : Duration, request);
        table?.Add(what, latencies, $"{failed} failed; most memory so far: {hosts.PeakMemory()}", limit);
        table?.Require(failed == 0, $"{what}: expected no failed request, found {failed}");
    }

    private static async Task ImportAsync(ProductCustomer customer, Table table, ProductHosts hosts)
    {
        var (file, times) = (ProductCustomer.File(10_000), new List<TimeSpan>());
        for (var run = 0; run < 3; run++)
        {
            var portfolio = await customer.OpenPortfolioAsync($"Import {run}");
            var started = TimeProvider.System.GetTimestamp();
            await customer.ImportAsync(portfolio, file);
            times.Add(TimeProvider.System.GetElapsedTime(started));
        }

        table.Add("import of 10,000 rows, preview and commit", times, $"most memory so far: {hosts.PeakMemory()}", Limit.Slowest(TimeSpan.FromSeconds(5)));
    }
}
