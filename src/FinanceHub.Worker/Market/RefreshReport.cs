using FinanceHub.Data.Prices.Providers;
using FinanceHub.Worker.Jobs;

namespace FinanceHub.Worker.Market;

/// <summary>How a refresh went: what one subject lacks does not keep the others from theirs.</summary>
internal sealed class RefreshReport(string what)
{
    private readonly List<string> _faults = [];
    private int _added;
    private int _subjects;

    /// <summary>Refreshes one subject.</summary>
    public async Task TryAsync(string subject, Func<Task<int>> refresh)
    {
        _subjects++;
        try
        {
            _added += await refresh();
        }
        catch (MarketDataException fault)
        {
            _faults.Add($"{subject}: {fault.Message}");
        }
    }

    private string Stored => FormattableString.Invariant($"Stored {_added} new or changed {what}.");

    /// <summary>What was done, one sentence.</summary>
    /// <exception cref="JobFailedException">Something failed; what did not is stored.</exception>
    public string Result() => _faults.Count == 0
        ? Stored
        : throw new JobFailedException(FormattableString.Invariant($"{_faults.Count} of {_subjects} failed, the first was {_faults[0]} {Stored}"));
}
