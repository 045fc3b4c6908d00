using System.Collections.Concurrent;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using FinanceHub.Worker;
using FinanceHub.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Worker;

/// <summary>Workers on PostgreSQL have one schedule: that of two goes on when one of them ends.</summary>
public sealed class ClusterTests : IAsyncLifetime
{
    private const string Kind = "probe";

    private readonly PostgreSqlTestDatabase _database = new();
    private readonly ConcurrentQueue<string> _runs = [];
    private int _running;
    private int _most;

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Of_two_workers_one_runs_a_job_at_a_time_and_when_one_ends_the_other_goes_on()
    {
        await using var newer = Start("newer");
        await using (var older = Start("older"))
        {
            (_, _) = (older.Server, newer.Server);
            await Eventually.TrueAsync(async () => await CountAsync("qrtz_scheduler_state") == 2, "both take part in one schedule");
            await Eventually.TrueAsync(() => _runs.Count >= 10, "runs of the job");
        }

        var before = _runs.Count;
        await Eventually.TrueAsync(() => _runs.Count >= before + 5, "the job runs without the worker that ended");

        _runs.Skip(before).ShouldAllBe(worker => worker == "newer");
        Volatile.Read(ref _most).ShouldBe(1);
        (await _database.ReadAsync($"SELECT job_name FROM qrtz_triggers WHERE job_name = '{Kind}'")).ShouldBe([Kind], "one trigger for all");
    }

    private HostFactory<WorkerService> Start(string name) => new(
        _database.Settings(),
        services => services.AddSingleton(new JobDefinition(Kind, "", _ => TimeSpan.FromMilliseconds(100), default, _ => new Probe(this, name))));

    private async Task<int> CountAsync(string table) => (await _database.ReadAsync($"SELECT instance_name FROM {table}")).Count;

    private sealed class Probe(ClusterTests test, string worker) : IWorkerJob
    {
        public async Task<string> RunAsync(CancellationToken cancellation)
        {
            test._most = Math.Max(test._most, Interlocked.Increment(ref test._running));
            test._runs.Enqueue(worker);
            // Long enough for another to begin meanwhile, if it could.
            await Task.Delay(20, CancellationToken.None);
            Interlocked.Decrement(ref test._running);
            return "Ran.";
        }
    }
}
