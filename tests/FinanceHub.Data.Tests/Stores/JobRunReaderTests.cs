using FinanceHub.Data.Jobs;
using FinanceHub.Data.Testing;

namespace FinanceHub.Data.Tests.Stores;

public abstract class JobRunReaderTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly DateTime Noon = new(2026, 1, 9, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_is_somebody_s_own_is_one_line_for_each_kind_with_its_totals()
    {
        await AddAsync(
        [
            .. Enumerable.Range(0, 150).Select(i => Run("valuation", $"{Guid.NewGuid()}", minute: i, failures: i < 3 ? 2 : 0)),
            Run("prices", "", minute: 500),
            Run("clean-up", "", minute: 1, failures: 1),
        ]);

        var runs = await ListAsync();

        // What fails comes first, and then what is newest.
        runs.Select(run => (run.Kind, run.Subject, run.Outcome)).ShouldBe([("valuation", "", JobOutcome.Failed), ("clean-up", "", JobOutcome.Failed), ("prices", "", JobOutcome.Succeeded)]);
        (runs[0].Runs, runs[0].Failures, runs[0].Message).ShouldBe((1500, 3, "150 subjects, 3 of them failing."));
        (runs[0].StartedAt, runs[0].SucceededAt).ShouldBe((Noon.AddMinutes(149), Noon.AddMinutes(149)));
    }

    [Fact]
    public async Task However_many_jobs_there_are_so_many_are_listed_and_those_that_fail_are_among_them()
    {
        await AddAsync(Enumerable.Range(0, JobRunReader.MostRuns + 20).Select(i => Run($"kind-{i}", "", minute: i, failures: i == 0 ? 1 : 0)));

        var runs = await ListAsync();

        runs.Count.ShouldBe(JobRunReader.MostRuns);
        runs.Take(2).Select(run => run.Kind).ShouldBe(["kind-0", $"kind-{JobRunReader.MostRuns + 19}"]);
    }

    private static JobRunEntity Run(string kind, string subject, int minute, int failures = 0) => new()
    {
        Kind = kind,
        Subject = subject,
        Outcome = failures > 0 ? JobOutcome.Failed : JobOutcome.Succeeded,
        StartedAt = Noon.AddMinutes(minute),
        SucceededAt = failures > 0 ? null : Noon.AddMinutes(minute),
        Runs = 10,
        Failures = failures,
        InstanceId = "one",
    };

    private Task<int> AddAsync(IEnumerable<JobRunEntity> runs) => UseAsync(context =>
    {
        context.AddRange(runs);
        return context.SaveChangesAsync(Cancellation);
    });

    private Task<IReadOnlyList<JobRunEntity>> ListAsync() => UseAsync(context => new JobRunReader(context).ListAsync(Cancellation));
}

public sealed class JobRunReaderOnSqliteTests : JobRunReaderTests<SqliteTestDatabase>;

public sealed class JobRunReaderOnPostgreSqlTests : JobRunReaderTests<PostgreSqlTestDatabase>;
