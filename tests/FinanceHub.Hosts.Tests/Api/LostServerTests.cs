using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using Npgsql;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>A database server goes away and comes back, which a file does not.</summary>
public sealed class LostServerTests : IAsyncLifetime
{
    private readonly PostgreSqlTestDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Sessions_that_the_server_ended_are_told_as_such_and_replaced()
    {
        await using var api = new HostFactory<ApiService>(_database.Settings());
        var ada = await Customer.SignedInAsync(api.CreateClient());
        await ada.CreatePortfolioAsync();

        await _database.ReadAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await Eventually.TrueAsync(
            async () =>
            {
                var answer = await ada.GetAsync("portfolios");
                if (answer.Status != 200)
                    answer.ShouldBeProblem(503);
                return answer.Status == 200 && answer.Json.GetArrayLength() == 1;
            },
            "new sessions");
    }

    [Fact]
    public async Task Without_its_server_the_API_lives_is_not_ready_and_answers_503()
    {
        var settings = _database.Settings();
        settings["ConnectionStrings:FinanceHub"] = new NpgsqlConnectionStringBuilder(_database.Connection) { Port = LoopbackPort.Free() }.ConnectionString;
        await using var api = new HostFactory<ApiService>(settings);
        using var client = api.CreateClient();
        var nobody = new Customer(client);

        (await nobody.PostAsync("auth/register", nobody.Credentials)).ShouldBeProblem(503);
        using var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        using var live = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        ((int)ready.StatusCode, (int)live.StatusCode).ShouldBe((503, 200));
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(new NpgsqlConnectionStringBuilder(_database.Connection).Password!);
    }
}
