using FinanceHub.Data.Prices;
using FinanceHub.Worker.Heartbeats;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Prices;

/// <summary>Stores the prices that are new since the last refresh.</summary>
internal sealed partial class PriceRefreshService(
    IPriceProvider provider,
    Pulse pulse,
    IServiceScopeFactory scopes,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<PriceRefreshService> logger) : PeriodicService(options.Value.PriceRefreshInterval, clock, logger)
{
    /// <summary>How far back the first refresh goes: far enough to have a trading day.</summary>
    private const int FirstDays = 10;

    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken cancellation)
    {
        // Being ready comes first: it depends on the first beat, and a deployment waits for it.
        await pulse.First.WaitAsync(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<PriceStore>();
        var latest = await store.LatestDaysAsync(cancellation);
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var instruments = new List<InstrumentEntity>();
        var prices = new List<PriceEntity>();
        foreach (var listed in await provider.ListAsync(cancellation))
        {
            if (!latest.TryGetValue(listed.Symbol, out var last))
                instruments.Add(new InstrumentEntity { Symbol = listed.Symbol, Name = listed.Name, Currency = listed.Currency, PriceBasis = provider.Basis });
            var from = last == default ? today.AddDays(-FirstDays) : last.AddDays(1);
            var closing = await provider.GetAsync(listed.Symbol, from, today, cancellation);
            prices.AddRange(closing.Select(price => new PriceEntity { Symbol = listed.Symbol, Date = price.Date, Close = price.Close }));
        }

        if (prices.Count > 0)
            LogStored(_logger, await store.AddAsync(instruments, prices, cancellation));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Stored {Count} new prices")]
    private static partial void LogStored(ILogger logger, int count);
}
