using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Delivery.Smoke;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Web;
using FinanceHub.Worker;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>
/// The hosts of N on the schema of N + 1 and after the way back from it, on each database, looked at with N's smoke suite. Rehearse plays the same with
/// two releases; there, N + 1 is real, but the process platform knows SQLite alone.
/// </summary>
public abstract class NextSchemaTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
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
        await using var web = new HostFactory<WebService>(new Dictionary<string, string>(_database.Settings()) { ["FinanceHub:ApiAddress"] = api.Listen().ToString() });
        await using var worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings()) { ["Worker:HeartbeatInterval"] = "00:00:00.100" });
        _ = worker.Server;
        var release = new SmokeTarget { Api = api.ClientOptions.BaseAddress, Web = web.Listen() };
        using var client = api.CreateClient();
        var customer = await Customer.SignedInAsync(client);
        await ShouldPassAsync(release);
        var portfolio = await BuyAsync(customer);
        var next = new NextMigration();

        await ApplyAsync(next.UpOperations);
        await ShouldPassAsync(release);
        var another = await BuyAsync(customer);

        await ApplyAsync(next.DownOperations);
        await ShouldPassAsync(release);
        (await ActivitiesAsync(customer, portfolio)).ShouldBe(1);
        (await ActivitiesAsync(customer, another)).ShouldBe(1);
        (await customer.PostAsync($"portfolios/{another}/activities", Inputs.Purchase)).Status.ShouldBe(201);
    }

    private static async Task ShouldPassAsync(SmokeTarget release)
    {
        var report = await new SmokeSuite(TimeSpan.FromMinutes(1), TimeProvider.System).RunAsync(release, TestContext.Current.CancellationToken);
        report.Checks.ShouldAllBe(check => check.Verdict == SmokeVerdict.Pass, report.Summary);
    }

    private static async Task<string> BuyAsync(Customer customer)
    {
        var portfolio = await customer.CreatePortfolioAsync();
        (await customer.PostAsync($"portfolios/{portfolio}/activities", Inputs.Purchase)).Status.ShouldBe(201);
        return portfolio;
    }

    private static async Task<int> ActivitiesAsync(Customer customer, string portfolio) =>
        (await customer.GetAsync($"portfolios/{portfolio}/activities")).Json.GetProperty("items").GetArrayLength();

    /// <summary>As EF does it on this database while the hosts run.</summary>
    private async Task ApplyAsync(IReadOnlyList<MigrationOperation> operations)
    {
        await using var context = _database.Open();
        // One connection: where EF copies a table, it has said before that what refers to its rows stays.
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var command in context.GetService<IMigrationsSqlGenerator>().Generate(operations, context.GetService<IDesignTimeModel>().Model))
        {
            await context.Database.ExecuteSqlRawAsync(command.CommandText, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What an expansion may do while the release before serves: a column, a table and an index more.</summary>
    private sealed class NextMigration : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>("Next", "Portfolios", nullable: true);
            migrationBuilder.CreateTable("NextThings", table => new { Id = table.Column<int>(), Portfolio = table.Column<Guid>() }, constraints: table => table.PrimaryKey("PK_NextThings", thing => thing.Id));
            migrationBuilder.CreateIndex("IX_NextThings_Portfolio", "NextThings", "Portfolio");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable("NextThings");
            migrationBuilder.DropColumn("Next", "Portfolios");
        }
    }
}

public sealed class NextSchemaOnSqliteTests : NextSchemaTests<SqliteTestDatabase>;

public sealed class NextSchemaOnPostgreSqlTests : NextSchemaTests<PostgreSqlTestDatabase>;
