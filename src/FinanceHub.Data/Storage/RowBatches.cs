using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Storage;

/// <summary>Writes many rows in few statements: one statement for each would take most of the time for the way to the server and back.</summary>
internal static class RowBatches
{
    /// <summary>Well below the number of parameters that a statement may have (SQLite: 32 766, PostgreSQL: 65 535).</summary>
    public const int MostRows = 500;

    /// <summary>Writes rows; of those that are there already, the ones that say something else are replaced.</summary>
    /// <typeparam name="T">What <paramref name="returning"/> names.</typeparam>
    /// <param name="database">The database.</param>
    /// <param name="insert">The statement up to its rows.</param>
    /// <param name="rows">The values, as many for each row.</param>
    /// <param name="conflict">What identifies a row and how it is replaced: <c>("Key") DO UPDATE SET ...</c>.</param>
    /// <param name="returning">Columns of the rows that were new or replaced.</param>
    /// <param name="cancellation">Stops between two statements.</param>
    public static async Task<List<T>> WriteAsync<T>(FinanceHubDbContext database, string insert, IEnumerable<object[]> rows, string conflict, string returning, CancellationToken cancellation)
    {
        var added = new List<T>();
        foreach (var batch in rows.Chunk(MostRows))
        {
            var sql = $"{insert} VALUES {Placeholders(batch.Length, batch[0].Length)} ON CONFLICT {conflict} RETURNING {returning}";
            added.AddRange(await database.Database.SqlQueryRaw<T>(sql, [.. batch.SelectMany(row => row)]).ToListAsync(cancellation));
        }

        return added;
    }

    private static string Placeholders(int rows, int columns)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rows * columns; i++)
        {
            text.Append(i % columns > 0 ? ", " : i == 0 ? "(" : "), (");
            text.Append(CultureInfo.InvariantCulture, $"{{{i}}}");
        }

        return text.Append(')').ToString();
    }
}
