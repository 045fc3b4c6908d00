using FinanceHub.Data.Testing;

namespace FinanceHub.Data.Tests.Tool;

public sealed class DatabaseToolOnSqliteTests : DatabaseToolTests<SqliteTestDatabase>
{
    [Fact]
    public async Task A_file_that_is_not_a_database_is_unreachable()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database.File)!);
        await File.WriteAllTextAsync(Database.File, new string('x', 5000), TestContext.Current.CancellationToken);

        (await OnDatabaseAsync("status")).ShouldFail(3, "not a database");
    }
}
