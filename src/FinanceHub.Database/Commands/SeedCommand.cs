using FinanceHub.Data;
using FinanceHub.Data.Alerts;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Prices.Offline;
using FinanceHub.Data.Users;
using FinanceHub.Data.Watchlists;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Database.Commands;

internal static class SeedCommand
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Target target, TextWriter output, CancellationToken cancellation)
    {
        var pending = (await target.ReadSchemaAsync(cancellation)).Pending;
        if (pending.Count > 0)
            throw new ToolFailure(ToolExitCode.Failed, $"{target.Description}: expected all migrations, found {pending.Count} not applied; run: up.");

        using var runner = await target.Administration.LockAsync(LockWait, cancellation);
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        target.Provider.Configure(options, target.Connection);
        await using var context = new FinanceHubDbContext(options.Options);
        var seeded = await AddAsync(context, cancellation);
        await output.WriteLineAsync($"{target.Description}: {(seeded ? "added" : "nothing to do, it has")} the demo account {DemoData.Email}, password {DemoData.Password}.");
    }

    private static async Task<bool> AddAsync(FinanceHubDbContext context, CancellationToken cancellation)
    {
        var name = DemoData.Email.ToUpperInvariant();
        if (await context.Users.AnyAsync(user => user.NormalizedUserName == name, cancellation))
            return false;

        // All or nothing: a demo account without its portfolio would never get it.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var user = new User { Id = Guid.CreateVersion7(), UserName = DemoData.Email, NormalizedUserName = name, Email = DemoData.Email, NormalizedEmail = name, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true };
        user.PasswordHash = new PasswordHasher<User>().HashPassword(user, DemoData.Password);
        context.Add(user);
        await context.SaveChangesAsync(cancellation);
        await OpenAsync(context, user.Id, "Wealth", DemoData.Currency, CostMethod.Fifo, DemoData.Wealth, cancellation);
        await OpenAsync(context, user.Id, "Savings plan", "GBP", CostMethod.Average, DemoData.Savings, cancellation);
        await WatchAsync(context, user.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task OpenAsync(
        FinanceHubDbContext context, Guid user, string name, string currency, CostMethod method, IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        var store = new PortfolioStore(context, TimeProvider.System);
        var portfolio = await store.CreateAsync(user, name, currency, method, cancellation);
        foreach (var activity in activities)
        {
            if (await store.AddActivityAsync(user, portfolio.Id, activity, cancellation) is not AddActivityResult.Added)
                throw new InvalidOperationException($"The demo data do not add up: {activity}.");
            // Each was read, written and is done with; tracked, all of them would be looked at again for each of the following.
            context.ChangeTracker.Clear();
        }
    }

    private static async Task WatchAsync(FinanceHubDbContext context, Guid user, CancellationToken cancellation)
    {
        // Instruments come with the first prices; what is watched must be known before.
        var listed = OfflineCatalogue.Instruments.Where(instrument => DemoData.Watched.Contains(instrument.Symbol))
            .Select(instrument => new InstrumentEntity { Symbol = instrument.Symbol, Name = instrument.Name, Currency = instrument.Currency, PriceBasis = new OfflinePriceProvider().Basis, AssetClass = instrument.AssetClass });
        await new PriceStore(context).AddAsync([.. listed], [], cancellation);
        var now = DateTime.UtcNow;
        var watchlist = new WatchlistEntity { Id = Guid.CreateVersion7(), OwnerId = user, Name = "Worth a look", CreatedAt = now };
        watchlist.Items.AddRange(DemoData.Watched.Select(symbol => new WatchlistItemEntity { WatchlistId = watchlist.Id, Symbol = symbol, AddedAt = now }));
        context.Add(watchlist);
        context.AddRange(DemoData.Alerts.Select(alert => new AlertEntity
        {
            Id = Guid.CreateVersion7(),
            OwnerId = user,
            Symbol = alert.Symbol,
            Kind = alert.Kind,
            Threshold = alert.Threshold,
            CooldownHours = 24,
            CreatedAt = now,
        }));
        await context.SaveChangesAsync(cancellation);
    }
}
