using System.Globalization;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Api.Market;

/// <summary>Has exchange rates fetched for the lack of which something was refused, and tells so.</summary>
internal sealed class MissingRates(WantedRates wanted)
{
    /// <summary>What is wrong with an activity, and what is done about it if that is a rate.</summary>
    public async Task<string> TextAsync(LedgerFault fault, CancellationToken cancellation) => fault.Message + await AskAsync(fault.WithoutRateOn, cancellation);

    /// <summary>The plan, its faults with what is done about them.</summary>
    public async Task<ImportPlan> TellAsync(ImportPlan plan, CancellationToken cancellation)
    {
        // The first day is enough: they are fetched from there on.
        var outlook = await AskAsync(plan.Faults.Min(fault => fault.WithoutRateOn), cancellation);
        return outlook.Length == 0
            ? plan
            : plan with { Faults = [.. plan.Faults.Select(fault => fault.WithoutRateOn is null ? fault : fault with { Message = fault.Message + outlook })] };
    }

    private async Task<string> AskAsync(DateOnly? day, CancellationToken cancellation) => day is { } first && await wanted.AskAsync(first, cancellation) is { } since
        ? string.Create(CultureInfo.InvariantCulture, $" Rates since {since:yyyy-MM-dd} are being fetched: try again in a minute.")
        : "";
}
