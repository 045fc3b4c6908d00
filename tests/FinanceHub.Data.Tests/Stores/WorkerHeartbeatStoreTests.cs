using FinanceHub.Data.Testing;
using FinanceHub.Data.Workers;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Data.Tests.Stores;

public abstract class WorkerHeartbeatStoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_beat_counts_and_says_when()
    {
        await BeatAsync("one");
        _clock.Advance(TimeSpan.FromSeconds(5.5));
        await BeatAsync("one");
        await BeatAsync("two");

        var beats = await ListAsync();

        beats.Select(beat => (beat.InstanceId, beat.Beats)).ShouldBe([("one", 2), ("two", 1)], ignoreOrder: true);
        beats.ShouldAllBe(beat => beat.LastBeatAt == new DateTime(2026, 1, 5, 12, 0, 5, 500, DateTimeKind.Utc) && beat.LastBeatAt.Kind == DateTimeKind.Utc);
    }

    [Fact]
    public async Task Instances_that_are_long_gone_are_forgotten_and_no_others()
    {
        await BeatAsync("gone");
        _clock.Advance(TimeSpan.FromHours(1));
        await BeatAsync("recent");
        _clock.Advance(TimeSpan.FromHours(23) + TimeSpan.FromSeconds(1));

        (await Writer.ForgetAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken)).ShouldBe(1);

        (await ListAsync()).ShouldHaveSingleItem().InstanceId.ShouldBe("recent");
    }

    private HeartbeatWriter Writer => new(_database.System(), _clock);

    private Task BeatAsync(string instance) => Writer.BeatAsync(instance, "release", TestContext.Current.CancellationToken);

    private async Task<List<WorkerHeartbeatEntity>> ListAsync()
    {
        await using var context = _database.Open();
        return await new WorkerHeartbeatStore(context).ListAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class WorkerHeartbeatStoreOnSqliteTests : WorkerHeartbeatStoreTests<SqliteTestDatabase>;

public sealed class WorkerHeartbeatStoreOnPostgreSqlTests : WorkerHeartbeatStoreTests<PostgreSqlTestDatabase>;
