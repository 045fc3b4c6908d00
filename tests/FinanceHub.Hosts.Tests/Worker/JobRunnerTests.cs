using System.Diagnostics.Metrics;
using FinanceHub.Data.Jobs;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Worker;
using FinanceHub.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Worker;

public abstract class JobRunnerTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private const string Kind = "test";

    private readonly TDatabase _database = new();
    private HostFactory<WorkerService>? _worker;

    private JobRunner Runner => _worker!.Services.GetRequiredService<JobRunner>();

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        _worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings()) { ["Worker:HeartbeatInterval"] = "00:00:00.100", ["Prices:BackfillDays"] = "10" });
        _ = _worker.Server;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker!.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_job_that_succeeds_is_counted_and_can_be_seen()
    {
        var measured = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == JobMetrics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (measured)
                measured.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))} {value}");
        });
        listener.Start();

        (await RunAsync(() => Task.FromResult("Did it."))).ShouldBe(JobOutcome.Succeeded);

        var run = await FindAsync();
        (run.Outcome, run.Message, run.Failures).ShouldBe((JobOutcome.Succeeded, "Did it.", 0));
        lock (measured)
            measured.ShouldContain("financehub.worker.job.runs test succeeded 1");
    }

    [Fact]
    public async Task A_job_that_fails_tells_why_and_waits_before_it_is_tried_again()
    {
        var wait = TimeSpan.FromSeconds(30);
        (await RunAsync(() => throw new JobFailedException("No luck."), wait)).ShouldBe(JobOutcome.Failed);

        (await RunAsync(() => Task.FromResult("Too early."), wait)).ShouldBeNull();
        var run = await FindAsync();
        (run.Outcome, run.Message, run.Failures).ShouldBe((JobOutcome.Failed, "No luck.", 1));
        (await RunAsync(() => Task.FromResult("In time."), TimeSpan.FromMilliseconds(1))).ShouldBe(JobOutcome.Succeeded);
    }

    [Fact]
    public async Task A_bug_in_a_job_is_a_failure_like_any_other()
    {
        (await RunAsync(() => throw new InvalidOperationException("A bug."))).ShouldBe(JobOutcome.Failed);

        (await FindAsync()).Message.ShouldBe("InvalidOperationException: A bug.");
    }

    [Fact]
    public async Task A_job_that_is_broken_off_does_not_look_as_if_it_ran()
    {
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => Runner.RunAsync(
            Kind,
            "",
            async (_, cancellation) =>
            {
                await stop.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
                return "";
            },
            null,
            stop.Token));

        var run = await FindAsync();
        (run.Outcome, run.Message).ShouldBe((JobOutcome.Failed, "The worker stopped in the middle of it."));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(4, 80)]
    [InlineData(1000, 3600)]
    public void The_wait_doubles_up_to_an_hour(int failures, int seconds) => BackOff.After(TimeSpan.FromSeconds(10), failures).ShouldBe(TimeSpan.FromSeconds(seconds));

    private Task<JobOutcome?> RunAsync(Func<Task<string>> work, TimeSpan? wait = null) => Runner.RunAsync(Kind, "", (_, _) => work(), wait, TestContext.Current.CancellationToken);

    private async Task<JobRunEntity> FindAsync()
    {
        await using var context = _database.Open();
        return (await new JobRunStore(context, TimeProvider.System).FindAsync(Kind, "", TestContext.Current.CancellationToken))!;
    }
}

public sealed class JobRunnerOnSqliteTests : JobRunnerTests<SqliteTestDatabase>;

public sealed class JobRunnerOnPostgreSqlTests : JobRunnerTests<PostgreSqlTestDatabase>;
