using FinanceHub.Data.Jobs;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Workers;

namespace FinanceHub.Data.Tests.Stores;

public abstract class JobRunStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task A_run_tells_when_it_was_how_it_ended_and_how_often_it_failed()
    {
        (await BeginAsync("one")).ShouldBeTrue();
        Clock.Advance(TimeSpan.FromSeconds(2));
        await UseAsync(context => Store(context).FailAsync("prices", "", "one", "No\nanswer.", Cancellation));
        var failed = await FindAsync();
        (await BeginAsync("one")).ShouldBeTrue();
        await UseAsync(context => Store(context).SucceedAsync("prices", "", "one", new string('x', 600), Cancellation));
        var succeeded = await FindAsync();

        (failed.Outcome, failed.Runs, failed.Failures, failed.Message, failed.SucceededAt).ShouldBe((JobOutcome.Failed, 1, 1, "No answer.", null));
        (failed.FinishedAt - failed.StartedAt).ShouldBe(TimeSpan.FromSeconds(2));
        (succeeded.Outcome, succeeded.Runs, succeeded.Failures, succeeded.Message!.Length).ShouldBe((JobOutcome.Succeeded, 2, 0, 500));
        succeeded.SucceededAt.ShouldBe(succeeded.FinishedAt);
    }

    [Fact]
    public async Task While_a_worker_that_is_alive_runs_a_job_no_other_begins_it()
    {
        await BeatAsync("one");
        (await BeginAsync("one")).ShouldBeTrue();

        (await BeginAsync("two")).ShouldBeFalse();
        (await UseAsync(context => Store(context).TryBeginAsync("prices", "another subject", "two", Cancellation))).ShouldBeTrue();
        (await FindAsync()).InstanceId.ShouldBe("one");
    }

    [Fact]
    public async Task What_a_worker_left_that_was_killed_is_taken_over_and_its_late_word_does_not_count()
    {
        await BeatAsync("one");
        (await BeginAsync("one")).ShouldBeTrue();
        Clock.Advance(JobRunStore.Patience + TimeSpan.FromSeconds(1));

        (await BeginAsync("two")).ShouldBeTrue();
        await UseAsync(context => Store(context).SucceedAsync("prices", "", "one", "Late.", Cancellation));

        var run = await FindAsync();
        (run.Outcome, run.InstanceId, run.Runs).ShouldBe((JobOutcome.Running, "two", 2));
    }

    [Fact]
    public async Task Of_many_workers_that_begin_at_once_one_gets_the_job()
    {
        string[] workers = ["one", "two", "three", "four"];
        foreach (var worker in workers)
            await BeatAsync(worker);

        var begun = await Task.WhenAll(workers.Select(worker => Task.Run(() => BeginAsync(worker))));

        begun.Count(got => got).ShouldBe(1);
    }

    private JobRunStore Store(FinanceHubDbContext context) => new(context, Clock);

    private Task<bool> BeginAsync(string instance) => UseAsync(context => Store(context).TryBeginAsync("prices", "", instance, Cancellation));

    private Task<JobRunEntity> FindAsync() => UseAsync(async context => (await Store(context).FindAsync("prices", "", Cancellation))!);

    private Task BeatAsync(string instance) => new HeartbeatWriter(Database.System(), Clock).BeatAsync(instance, "r", Cancellation);
}

public sealed class JobRunStoreOnSqliteTests : JobRunStoreTests<SqliteTestDatabase>;

public sealed class JobRunStoreOnPostgreSqlTests : JobRunStoreTests<PostgreSqlTestDatabase>;
