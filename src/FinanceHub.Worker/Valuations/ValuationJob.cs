using FinanceHub.Data.Jobs;
using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Returns;
using FinanceHub.Worker.Jobs;

namespace FinanceHub.Worker.Valuations;

/// <summary>Keeps what portfolios were worth up to date: every day a new value, and after an edit or a late price those from its day on.</summary>
internal sealed class ValuationJob(ValuationStore store, JobRunner runner, TimeProvider clock) : IWorkerJob
{
    public const string Kind = "valuation";

    /// <summary>The run for one portfolio; its subject.</summary>
    public const string PortfolioKind = "portfolio-valuation";

    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (valued, failed) = (0, 0);
        foreach (var id in await store.DueAsync(today, cancellation))
        {
            // Each is a run of its own: one that fails waits longer and longer, and holds up no other.
            var outcome = await runner.RunAsync(PortfolioKind, id.ToString(), (services, token) => ValueAsync(services.GetRequiredService<ValuationStore>(), id, today, token), Wait, cancellation);
            valued += outcome == JobOutcome.Succeeded ? 1 : 0;
            failed += outcome == JobOutcome.Failed ? 1 : 0;
        }

        return FormattableString.Invariant($"Valued {valued} portfolios, {failed} failed.");
    }

    private static async Task<string> ValueAsync(ValuationStore store, Guid id, DateOnly today, CancellationToken cancellation)
    {
        if (await store.BeginAsync(id, cancellation) is not { } input)
            return "The portfolio is gone.";
        if (PortfolioHistory.Of(input.Activities, input.Market, input.Currency, today, out var fault) is not { } history)
            throw new JobFailedException($"The activities do not add up: {fault!.Message}");
        return await store.CompleteAsync(input, history.Days, today, cancellation)
            ? FormattableString.Invariant($"Valued through {today:yyyy-MM-dd}.")
            : "The portfolio changed meanwhile; it is valued again.";
    }
}
