using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FinanceHub.Data.Sqlite;

/// <summary>How <c>dotnet ef</c> makes a context; it opens no database for what it is used for here.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<FinanceHubDbContext>
{
    public FinanceHubDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        SqliteProvider.Configure(options, "Data Source=design-time.db", SqliteOpenMode.ReadWriteCreate);
        return new FinanceHubDbContext(options.Options);
    }
}
