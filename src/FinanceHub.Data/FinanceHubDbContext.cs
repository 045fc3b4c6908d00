using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Users;
using FinanceHub.Data.Workers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data;

/// <summary>The database of FinanceHub, on whichever provider it was configured for.</summary>
public sealed class FinanceHubDbContext(DbContextOptions<FinanceHubDbContext> options) : DbContext(options)
{
    /// <summary>Accounts.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Portfolios of all owners: go through <see cref="PortfolioStore"/>.</summary>
    public DbSet<PortfolioEntity> Portfolios => Set<PortfolioEntity>();

    /// <summary>What has a price.</summary>
    public DbSet<InstrumentEntity> Instruments => Set<InstrumentEntity>();

    /// <summary>Prices.</summary>
    public DbSet<PriceEntity> Prices => Set<PriceEntity>();

    /// <summary>Signs of life.</summary>
    public DbSet<WorkerHeartbeatEntity> WorkerHeartbeats => Set<WorkerHeartbeatEntity>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var portfolios = new PortfolioMapping();
        var prices = new PriceMapping();
        modelBuilder
            .ApplyConfiguration(new UserMapping())
            .ApplyConfiguration<PortfolioEntity>(portfolios)
            .ApplyConfiguration<ActivityEntity>(portfolios)
            .ApplyConfiguration<InstrumentEntity>(prices)
            .ApplyConfiguration<PriceEntity>(prices)
            .ApplyConfiguration(new WorkerHeartbeatMapping());
    }
}
