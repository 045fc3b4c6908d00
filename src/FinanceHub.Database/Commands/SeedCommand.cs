using FinanceHub.Data;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Users;
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
        var store = new PortfolioStore(context, TimeProvider.System);
        var portfolio = await store.CreateAsync(user.Id, DemoData.Portfolio, DemoData.Currency, cancellation);
        foreach (var activity in DemoData.Activities)
        {
            if (await store.AddActivityAsync(user.Id, portfolio.Id, activity, cancellation) is not AddActivityResult.Added)
                throw new InvalidOperationException($"The demo data do not add up: {activity}.");
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }
}
