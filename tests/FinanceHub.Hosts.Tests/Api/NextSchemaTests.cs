using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Worker;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>
/// The hosts of N on the schema of N + 1 and after the way back from it, on each database. Rehearse plays the same with two releases; there, N + 1 is real,
/// but the process platform knows SQLite alone.
/// </summary>
public abstract class NextSchemaTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    // What an expansion may do while the release before serves: a column and a table more.
    private static readonly string[] Up =
    [
        """ALTER TABLE "Portfolios" ADD COLUMN "Next" text NULL""",
        """CREATE TABLE "NextThings" ("Id" integer NOT NULL PRIMARY KEY)""",
        """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20990101000000_Next', '10.0.0')""",
    ];

    private static readonly string[] Down =
    [
        """DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20990101000000_Next'""",
        """DROP TABLE "NextThings" """,
        """ALTER TABLE "Portfolios" DROP COLUMN "Next" """,
    ];

    private readonly TDatabase _database = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Hosts_work_on_the_schema_of_the_next_release_and_after_the_way_back_and_lose_nothing()
    {
        await _database.PrepareAsync();
        await using var api = new HostFactory<ApiService>(_database.Settings());
        await using var worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings()) { ["Worker:HeartbeatInterval"] = "00:00:00.100" });
        using var client = api.CreateClient();
        using var other = api.CreateClient();
        var before = await Customer.SignedInAsync(client);
        var portfolio = await BuyAsync(before);

        await ApplyAsync(Up);
        await ShouldBeReadyAsync(worker.CreateClient());
        await ShouldBeReadyAsync(other);
        (await before.GetAsync($"portfolios/{portfolio}")).Status.ShouldBe(200);
        var meanwhile = await Customer.SignedInAsync(other);
        var another = await BuyAsync(meanwhile);
        var beats = await BeatsAsync(before);
        await FinanceHub.Testing.Eventually.TrueAsync(async () => await BeatsAsync(before) > beats, "the worker goes on");

        await ApplyAsync(Down);
        await ShouldBeReadyAsync(worker.CreateClient());
        (await Activities(before, portfolio)).ShouldBe(1);
        (await Activities(meanwhile, another)).ShouldBe(1);
        (await meanwhile.PostAsync($"portfolios/{another}/activities", Inputs.Purchase)).Status.ShouldBe(201);
    }

    private static async Task<string> BuyAsync(Customer customer)
    {
        var portfolio = await customer.CreatePortfolioAsync();
        (await customer.PostAsync($"portfolios/{portfolio}/activities", Inputs.Purchase)).Status.ShouldBe(201);
        (await customer.GetAsync($"portfolios/{portfolio}/holdings")).Status.ShouldBe(200);
        return portfolio;
    }

    private static async Task<int> Activities(Customer customer, string portfolio) =>
        (await customer.GetAsync($"portfolios/{portfolio}/activities")).Json.GetProperty("items").GetArrayLength();

    private static async Task<long> BeatsAsync(Customer customer) => (await customer.GetAsync("system/workers")).Json.EnumerateArray().Sum(worker => worker.GetProperty("beats").GetInt64());

    // A worker that has just started is not ready before its first heartbeat.
    private static Task ShouldBeReadyAsync(HttpClient client) => FinanceHub.Testing.Eventually.TrueAsync(
        async () =>
        {
            using var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        },
        "the host is ready");

    private async Task ApplyAsync(IEnumerable<string> statements)
    {
        foreach (var statement in statements)
            await _database.ReadAsync(statement);
    }
}

public sealed class NextSchemaOnSqliteTests : NextSchemaTests<SqliteTestDatabase>;

public sealed class NextSchemaOnPostgreSqlTests : NextSchemaTests<PostgreSqlTestDatabase>;
