using System.Globalization;
using System.Text.Json;
using FinanceHub.Data;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Database.Commands;

/// <summary>
/// How much customers have entered: what a migration and the way back from it must not lose. What the product finds out by itself (prices, runs of jobs) is not counted.
/// </summary>
/// <remarks>
/// The database may have the schema of another release: a table that this build counts and the database does not have is left out. Two counts are
/// comparable in the tables that both have.
/// </remarks>
internal static class CountCommand
{
    /// <exception cref="ToolFailure">The database has none of the tables: nothing counted is not nothing lost.</exception>
    public static async Task RunAsync(Target target, bool json, TextWriter output, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        target.Provider.Configure(options, target.Connection);
        await using var context = new FinanceHubDbContext(options.Options);
        var there = await context.Database.SqlQueryRaw<string>(target.Provider.TableNames).ToListAsync(cancellation);
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var counted in Counted(context).Where(counted => there.Contains(counted.Table, StringComparer.Ordinal)))
            rows[counted.Name] = await counted.CountAsync(cancellation);
        if (rows.Count == 0)
            throw new ToolFailure(ToolExitCode.Failed, $"{target.Description}: expected at least one of the tables {string.Join(", ", Counted(context).Select(counted => counted.Table))}, found none; run: up.");
        await output.WriteLineAsync(json
            ? JsonSerializer.Serialize(rows, StatusJson.Default.SortedDictionaryStringInt32)
            : string.Join(Environment.NewLine, rows.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Value,10}  {table.Key}"))));
    }

    private static IEnumerable<(string Name, string Table, Func<CancellationToken, Task<int>> CountAsync)> Counted(FinanceHubDbContext context) =>
    [
        Rows("users", context.Users), Rows("portfolios", context.Portfolios), Rows("accounts", context.Accounts), Rows("activities", context.Activities),
        Rows("imports", context.Imports), Rows("watchlists", context.Watchlists), Rows("alerts", context.Alerts),
    ];

    private static (string Name, string Table, Func<CancellationToken, Task<int>> CountAsync) Rows<T>(string name, DbSet<T> rows)
        where T : class => (name, rows.EntityType.GetTableName()!, cancellation => rows.CountAsync(cancellation));
}
