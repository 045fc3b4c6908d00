using FinanceHub.Data;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Database.Commands;

/// <summary>Whether the data are what the product takes them for: the database is sound, the schema whole, every ledger adds up.</summary>
internal static class VerifyCommand
{
    public static async Task RunAsync(Target target, TextWriter output, CancellationToken cancellation)
    {
        var pending = (await target.ReadSchemaAsync(cancellation)).Pending;
        if (pending.Count > 0)
            throw new ToolFailure(ToolExitCode.Failed, $"{target.Description}: expected all migrations, found {pending.Count} not applied; run: up.");

        var faults = (await target.Administration.CheckAsync(cancellation)).ToList();
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        target.Provider.Configure(options, target.Connection);
        await using var context = new FinanceHubDbContext(options.Options);
        var portfolios = await context.Portfolios.AsNoTracking().OrderBy(portfolio => portfolio.Id).Select(portfolio => new { portfolio.Id, portfolio.CostMethod }).ToListAsync(cancellation);
        foreach (var portfolio in portfolios)
        {
            // One at a time: all activities of everybody need not fit into memory.
            var activities = await context.Activities.AsNoTracking().Where(activity => activity.PortfolioId == portfolio.Id).ToListAsync(cancellation);
            _ = Ledger.Replay(activities.Select(activity => activity.ToActivity()), new ReplayOptions { Method = portfolio.CostMethod }, out var fault);
            if (fault is not null)
                faults.Add($"Portfolio {portfolio.Id}: {fault.Message}");
        }

        if (faults.Count > 0)
            throw new ToolFailure(ToolExitCode.Failed, $"{target.Description}: {faults.Count} faults: {string.Join(" ", faults.Take(20))}{(faults.Count > 20 ? " And more." : "")}");
        await output.WriteLineAsync($"{target.Description}: sound; {target.Provider.Migrations.Count} migrations, {portfolios.Count} portfolios that add up.");
    }
}
