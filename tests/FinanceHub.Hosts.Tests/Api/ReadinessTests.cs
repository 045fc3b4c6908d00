using System.Net.Http.Json;
using System.Text.Json;
using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Worker;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class ReadinessTests<TDatabase> : IAsyncLifetime
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
    public async Task Without_a_database_the_API_lives_says_what_is_missing_and_is_ready_once_it_is_there()
    {
        await using var api = new HostFactory<ApiService>(_database.Settings());
        using var client = api.CreateClient();

        (await ReadAsync(client, "/health/live")).Status.ShouldBe(200);
        var ready = await ReadAsync(client, "/health/ready");
        ready.Status.ShouldBe(503);
        ready.Json.GetProperty("status").GetString().ShouldBe("fail");
        ready.Json.GetProperty("checks").GetProperty("database:schema")[0].GetProperty("output").GetString()!.ShouldContain("run the database tool: up");
        (await _database.ExistsAsync()).ShouldBeFalse("a host never creates a database");
        var customer = new Customer(client);
        (await customer.PostAsync("auth/register", customer.Credentials)).ShouldBeProblem(503);

        await _database.MigrateAsync(cancellation: TestContext.Current.CancellationToken);

        (await ReadAsync(client, "/health/ready")).Status.ShouldBe(200);
        (await customer.PostAsync("auth/register", customer.Credentials)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_schema_that_is_behind_makes_the_API_not_ready_and_names_the_migration()
    {
        await _database.MigrateAsync(cancellation: TestContext.Current.CancellationToken);
        await _database.MigrateAsync("0", TestContext.Current.CancellationToken);
        await using var api = new HostFactory<ApiService>(_database.Settings());
        using var client = api.CreateClient();

        var ready = await ReadAsync(client, "/health/ready");

        ready.Status.ShouldBe(503);
        ready.Json.GetProperty("output").GetString()!.ShouldContain(_database.Provider.Migrations[^1]);
    }

    [Fact]
    public async Task A_worker_without_a_database_keeps_running_and_becomes_ready_when_it_is_there()
    {
        await using var worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings()) { ["Worker:HeartbeatInterval"] = "00:00:00.100" });
        using var client = worker.CreateClient();
        (await ReadAsync(client, "/health/ready")).Status.ShouldBe(503);

        await _database.MigrateAsync(cancellation: TestContext.Current.CancellationToken);

        await FinanceHub.Testing.Eventually.TrueAsync(async () => (await ReadAsync(client, "/health/ready")).Status == 200, "the worker is ready");
    }

    [Fact]
    public async Task The_report_is_health_json_with_the_identity_of_the_release()
    {
        await _database.PrepareAsync();
        await using var api = new HostFactory<ApiService>(_database.Settings());
        using var client = api.CreateClient();

        using var response = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/health+json");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var report = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        string Text(string name) => report.GetProperty(name).GetString()!;
        (Text("status"), Text("serviceId"), Text("releaseId"), Text("version")).ShouldBe(("pass", "api", "dev", "0.0.0-dev"));
        var version = await client.GetFromJsonAsync<JsonElement>("/version", TestContext.Current.CancellationToken);
        version.EnumerateObject().Select(field => field.Name).ShouldBe(["serviceId", "version", "commit", "releaseId", "features"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_token_of_one_release_is_good_for_the_next()
    {
        await _database.PrepareAsync();
        await using var older = new HostFactory<ApiService>(_database.Settings());
        using var client = older.CreateClient();
        await Customer.SignedInAsync(client);
        await using var newer = new HostFactory<ApiService>(_database.Settings());
        using var moved = newer.CreateClient();
        moved.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;

        (await new Customer(moved).GetAsync("portfolios")).Status.ShouldBe(200);
    }

    private static async Task<(int Status, JsonElement Json)> ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }
}

public sealed class ReadinessOnSqliteTests : ReadinessTests<SqliteTestDatabase>;

public sealed class ReadinessOnPostgreSqlTests : ReadinessTests<PostgreSqlTestDatabase>;
