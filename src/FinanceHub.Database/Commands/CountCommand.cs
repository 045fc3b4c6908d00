using System.Globalization;
using System.Text.Json;
using FinanceHub.Data;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Database.Commands;

/// <summary>How much customers have entered: what a migration and the way back from it must not lose. What the product finds out by itself (prices, runs of jobs) is not counted.</summary>
internal static class CountCommand
{
    public static async Task RunAsync(Target target, bool json, TextWriter output, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        target.Provider.Configure(options, target.Connection);
        await using var context = new FinanceHubDbContext(options.Options);
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal)
        {
            ["users"] = await context.Users.CountAsync(cancellation),
            ["portfolios"] = await context.Portfolios.CountAsync(cancellation),
            ["accounts"] = await context.Accounts.CountAsync(cancellation),
            ["activities"] = await context.Activities.CountAsync(cancellation),
            ["imports"] = await context.Imports.CountAsync(cancellation),
            ["watchlists"] = await context.Watchlists.CountAsync(cancellation),
            ["alerts"] = await context.Alerts.CountAsync(cancellation),
        };
        await output.WriteLineAsync(json
            ? JsonSerializer.Serialize(rows, StatusJson.Default.SortedDictionaryStringInt32)
            : string.Join(Environment.NewLine, rows.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Value,10}  {table.Key}"))));
    }
}
