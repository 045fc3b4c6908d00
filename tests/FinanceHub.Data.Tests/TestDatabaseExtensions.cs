using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using Microsoft.Extensions.Options;

namespace FinanceHub.Data.Tests;

/// <summary>What the tests put into a database.</summary>
internal static class TestDatabaseExtensions
{
    public static async Task<Guid> AddUserAsync(this TestDatabase database, string email)
    {
        await using var context = database.Open();
        var user = new User { Id = Guid.CreateVersion7(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant() };
        context.Add(user);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return user.Id;
    }

    /// <summary>What a host knows of it.</summary>
    public static Storage.Database System(this TestDatabase database) =>
        new([database.Provider], Options.Create(new DatabaseOptions { Provider = database.Provider.Name, ConnectionString = database.Connection }));

    public static async Task<T> UseAsync<T>(this TestDatabase database, Func<PortfolioStore, Task<T>> use)
    {
        await using var context = database.Open();
        return await use(new PortfolioStore(context, TimeProvider.System));
    }

    public static Activity Trade(ActivityType type, decimal quantity, decimal price = 100m) =>
        new() { Date = new DateOnly(2026, 1, 5), Sequence = 0, Type = type, Currency = "EUR", Symbol = "ACME", Quantity = quantity, UnitPrice = price };
}
