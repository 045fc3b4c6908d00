using FinanceHub.Data.Alerts;
using FinanceHub.Data.Jobs;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Requests;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Users;
using FinanceHub.Data.Valuations;
using FinanceHub.Data.Watchlists;
using FinanceHub.Data.Workers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data;

/// <summary>The database of FinanceHub, on whichever provider it was configured for. What belongs to a user is reached through the stores, which ask for the owner.</summary>
public sealed class FinanceHubDbContext(DbContextOptions<FinanceHubDbContext> options) : DbContext(options)
{
    /// <summary>Accounts of people.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Portfolios of all owners.</summary>
    public DbSet<PortfolioEntity> Portfolios => Set<PortfolioEntity>();

    /// <summary>Accounts within portfolios.</summary>
    public DbSet<AccountEntity> Accounts => Set<AccountEntity>();

    /// <summary>Activities of all portfolios.</summary>
    public DbSet<ActivityEntity> Activities => Set<ActivityEntity>();

    /// <summary>Files that were uploaded.</summary>
    public DbSet<ImportEntity> Imports => Set<ImportEntity>();

    /// <summary>What portfolios were worth.</summary>
    public DbSet<DailyValueEntity> DailyValues => Set<DailyValueEntity>();

    /// <summary>What has a price.</summary>
    public DbSet<InstrumentEntity> Instruments => Set<InstrumentEntity>();

    /// <summary>Prices.</summary>
    public DbSet<PriceEntity> Prices => Set<PriceEntity>();

    /// <summary>What the euro was worth.</summary>
    public DbSet<ExchangeRateEntity> ExchangeRates => Set<ExchangeRateEntity>();

    /// <summary>Watchlists of all owners.</summary>
    public DbSet<WatchlistEntity> Watchlists => Set<WatchlistEntity>();

    /// <summary>Alerts of all owners.</summary>
    public DbSet<AlertEntity> Alerts => Set<AlertEntity>();

    /// <summary>Alerts that fired.</summary>
    public DbSet<AlertEventEntity> AlertEvents => Set<AlertEventEntity>();

    /// <summary>What is to be told to the outside.</summary>
    public DbSet<OutboxMessageEntity> OutboxMessages => Set<OutboxMessageEntity>();

    /// <summary>The last run of every job.</summary>
    public DbSet<JobRunEntity> JobRuns => Set<JobRunEntity>();

    /// <summary>Answers to requests that must not be carried out twice.</summary>
    public DbSet<IdempotencyKeyEntity> IdempotencyKeys => Set<IdempotencyKeyEntity>();

    /// <summary>Signs of life.</summary>
    public DbSet<WorkerHeartbeatEntity> WorkerHeartbeats => Set<WorkerHeartbeatEntity>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // What EF takes for "not set" is the value of a new object unless it is told, which is no UTC time and converts into none.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>().HaveSentinel(new DateTime(0, DateTimeKind.Utc));
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var portfolios = new PortfolioMapping();
        var prices = new PriceMapping();
        var watchlists = new WatchlistMapping();
        var alerts = new AlertMapping();
        modelBuilder
            .ApplyConfiguration(new UserMapping())
            .ApplyConfiguration<PortfolioEntity>(portfolios)
            .ApplyConfiguration<AccountEntity>(portfolios)
            .ApplyConfiguration<ActivityEntity>(portfolios)
            .ApplyConfiguration(new ImportMapping())
            .ApplyConfiguration(new DailyValueMapping())
            .ApplyConfiguration<InstrumentEntity>(prices)
            .ApplyConfiguration<PriceEntity>(prices)
            .ApplyConfiguration<ExchangeRateEntity>(prices)
            .ApplyConfiguration<WatchlistEntity>(watchlists)
            .ApplyConfiguration<WatchlistItemEntity>(watchlists)
            .ApplyConfiguration<AlertEntity>(alerts)
            .ApplyConfiguration<AlertEventEntity>(alerts)
            .ApplyConfiguration(new OutboxMessageMapping())
            .ApplyConfiguration(new JobRunMapping())
            .ApplyConfiguration(new IdempotencyKeyMapping())
            .ApplyConfiguration(new WorkerHeartbeatMapping());
    }
}
