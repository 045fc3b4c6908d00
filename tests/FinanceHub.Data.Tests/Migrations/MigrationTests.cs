using FinanceHub.Data.Storage;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Migrations;

public abstract class MigrationTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    protected TDatabase Database { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var context = Database.Open();

        context.Database.HasPendingModelChanges().ShouldBeFalse($"run: dotnet ef migrations add <Name>, in src/FinanceHub.Data.{Database.Provider.Name}");
    }

    [Fact]
    public void The_migrations_that_are_listed_without_a_database_are_the_ones_of_EF()
    {
        using var context = Database.Open();

        Database.Provider.Migrations.ShouldBe(context.Database.GetMigrations());
        Database.Provider.Migrations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_migration_goes_down_and_up_again_on_a_populated_database()
    {
        var schemas = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var migration in Database.Provider.Migrations)
        {
            await MigrateAsync(migration);
            schemas[migration] = await Database.ReadAsync(Database.SchemaQuery);
            schemas[migration].ShouldNotBeEmpty();
        }

        await PopulateAsync();
        string[] downwards = [.. Database.Provider.Migrations.Reverse().Skip(1), "0"];
        foreach (var target in downwards)
        {
            await MigrateAsync(target);
            (await Database.ReadAsync(Database.SchemaQuery)).ShouldBe(target == "0" ? [] : schemas[target]);
        }

        await MigrateAsync();
        (await Database.ReadAsync(Database.SchemaQuery)).ShouldBe(schemas[Database.Provider.Migrations[^1]]);
        await PopulateAsync();
    }

    [Fact]
    public async Task Going_up_where_nothing_is_pending_keeps_every_row()
    {
        await Database.PrepareAsync();
        await PopulateAsync();

        await MigrateAsync();

        (await Database.ReadAsync("SELECT \"Quantity\" FROM \"Activities\"")).ShouldBe(["10.000000000001"]);
    }

    [Fact]
    public async Task Migrations_of_a_newer_release_are_not_pending_here()
    {
        await Database.PrepareAsync();
        await Database.ReadAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '10.0.0')");

        var schema = await SchemaAsync();

        schema.Applied.ShouldContain("99990101000000_Future");
        schema.Pending.ShouldBeEmpty();
    }

    protected Task MigrateAsync(string? target = null) => Database.MigrateAsync(target, TestContext.Current.CancellationToken);

    protected Task<SchemaState> SchemaAsync() => SchemaReader.ReadAsync(Database.Provider, Database.Connection, TestContext.Current.CancellationToken);

    private async Task PopulateAsync()
    {
        var user = await Database.AddUserAsync("ada@example.org");
        var portfolio = await Database.UseAsync(store => store.CreateAsync(user, "P", "EUR", default));
        await Database.UseAsync(store => store.AddActivityAsync(user, portfolio.Id, TestDatabaseExtensions.Trade(ActivityType.Buy, 10.000000000001m), default));
        await Database.ReadAsync("INSERT INTO \"Instruments\" (\"Symbol\", \"Name\", \"Currency\", \"PriceBasis\") VALUES ('ACME', 'Acme', 'EUR', 1)");
        await Database.ReadAsync("INSERT INTO \"Prices\" VALUES ('ACME', '2026-01-05', '100.5')");
        await Database.ReadAsync("INSERT INTO \"WorkerHeartbeats\" VALUES ('w', 'r', 1, '2026-01-05 00:00:00')");
    }
}
