using System.Collections.Concurrent;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Testing;
using FinanceHub.Worker.Jobs;
using FinanceHub.Worker.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Worker;

/// <summary>What becomes of messages does not depend on the company that they are in.</summary>
public abstract class DispatchTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private const string Kind = "test";

    private readonly TDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<string> _tried = [];

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_fault_that_nobody_expected_is_the_message_s_own_and_it_is_given_up_like_any_other()
    {
        await AddAsync("broken", "good", "other");

        for (var run = 0; run < 4; run++)
        {
            await RunAsync(subject => subject == "broken" ? throw new InvalidOperationException("A bug with a secret.") : Task.CompletedTask, TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        _tried.Order().ShouldBe(["broken", "broken", "broken", "good", "other"]);
        foreach (var good in new[] { "good", "other" })
            (await FindAsync(good)).DeliveredAt.ShouldNotBeNull();
        var broken = await FindAsync("broken");
        (broken.Attempts, broken.AbandonedAt is not null, broken.DeliveredAt, broken.LastError).ShouldBe((3, true, null, "It could not be delivered (InvalidOperationException)."));
    }

    [Fact]
    public async Task What_arrived_when_the_worker_stops_is_noted_and_not_sent_once_more()
    {
        await AddAsync("slow", "quick");
        using var stop = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(
            async subject =>
            {
                if (subject == "slow")
                    await Task.Delay(Timeout.Infinite, stop.Token);
                else
                    await stop.CancelAsync();
            },
            stop.Token));

        (await FindAsync("quick")).DeliveredAt.ShouldNotBeNull();
        var slow = await FindAsync("slow");
        (slow.Attempts, slow.AbandonedAt, slow.LastError).ShouldBe((1, null, "The worker stopped in the middle of it."));
        _clock.Advance(TimeSpan.FromHours(1));
        await RunAsync(_ => Task.CompletedTask, TestContext.Current.CancellationToken);
        _tried.Order().ShouldBe(["quick", "slow", "slow"]);
    }

    private async Task RunAsync(Func<string, Task> deliver, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddMetrics().AddSingleton<JobMetrics>().BuildServiceProvider();
        await using var context = _database.Open();
        var channel = new Channel(message =>
        {
            _tried.Enqueue(message.Subject);
            return deliver(message.Subject);
        });
        var options = Options.Create(new NotificationOptions { MostAttempts = 3, RetryDelay = TimeSpan.FromMinutes(1) });
        var database = new FinanceHub.Data.Storage.Database([_database.Provider], Options.Create(new DatabaseOptions { Provider = _database.Provider.Name, ConnectionString = _database.Connection }));
        var store = new OutboxStore(context, database, _clock);
        await new DispatchJob(channel, store, services.GetRequiredService<JobMetrics>(), options, NullLogger<DispatchJob>.Instance).RunAsync(cancellation);
    }

    private async Task AddAsync(params string[] subjects)
    {
        await using var context = _database.Open();
        var now = _clock.GetUtcNow().UtcDateTime;
        context.AddRange(subjects.Select(subject => new OutboxMessageEntity { Id = Guid.CreateVersion7(), Kind = Kind, Subject = subject, Payload = "{}", CreatedAt = now, NextAttemptAt = now }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<OutboxMessageEntity> FindAsync(string subject)
    {
        await using var context = _database.Open();
        return context.OutboxMessages.Single(message => message.Subject == subject);
    }

    private sealed class Channel(Func<OutboxMessageEntity, Task> deliver) : INotificationChannel
    {
        public string Kind => DispatchTests<TDatabase>.Kind;

        public bool IsOpen => true;

        public int AtOnce => 3;

        public Task DeliverAsync(OutboxMessageEntity message, CancellationToken cancellation) => deliver(message);
    }
}

public sealed class DispatchOnSqliteTests : DispatchTests<SqliteTestDatabase>;

public sealed class DispatchOnPostgreSqlTests : DispatchTests<PostgreSqlTestDatabase>;
