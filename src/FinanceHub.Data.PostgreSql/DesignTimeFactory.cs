using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FinanceHub.Data.PostgreSql;

/// <summary>How <c>dotnet ef</c> makes a context; it opens no database for what it is used for here.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<FinanceHubDbContext>
{
    public FinanceHubDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        PostgreSqlProvider.Configure(options, "Host=design-time;Database=financehub");
        return new FinanceHubDbContext(options.Options);
    }
}
