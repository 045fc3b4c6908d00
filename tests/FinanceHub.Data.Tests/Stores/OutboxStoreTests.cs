using FinanceHub.Data.Outbox;
using FinanceHub.Data.Testing;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Stores;

public abstract class OutboxStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private const int MostAttempts = 3;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task What_one_took_nobody_else_gets_until_its_time_is_over()
    {
        await AddAsync(3);

        (await ClaimAsync(2)).Count.ShouldBe(2);
        (await ClaimAsync(2)).Count.ShouldBe(1);
        (await ClaimAsync(2)).ShouldBeEmpty();
        Clock.Advance(Lease);

        var again = await ClaimAsync(9);
        again.Count.ShouldBe(3);
        again.ShouldAllBe(message => message.Attempts == 2);
    }

    [Fact]
    public async Task Workers_that_take_at_once_get_different_messages()
    {
        await AddAsync(40);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ClaimAsync(10))));
        var left = await ClaimAsync(40);

        taken.Append(left).SelectMany(messages => messages).Select(message => message.Id).ShouldBeUnique();
        taken.Append(left).Sum(messages => messages.Count).ShouldBe(40);
    }

    [Fact]
    public async Task Another_kind_is_left_alone()
    {
        await AddAsync(1);

        (await UseAsync(context => Store(context).ClaimAsync(OutboxKinds.AlertInApp, 9, Lease, MostAttempts, Cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_failed_waits_for_its_time_and_one_that_is_given_up_is_never_taken_again()
    {
        var ids = await AddAsync(2);
        await ClaimAsync(2);

        await UseAsync(context => Store(context).FailedAsync(ids[0], "The webhook answered 500.", TimeSpan.FromSeconds(10), Cancellation));
        await UseAsync(context => Store(context).FailedAsync(ids[1], new string('x', 600), null, Cancellation));
        (await ClaimAsync(2)).ShouldBeEmpty();
        (await UseAsync(context => Store(context).PendingAsync(Cancellation))).ShouldBe(1);
        Clock.Advance(TimeSpan.FromSeconds(10));

        var again = (await ClaimAsync(2)).ShouldHaveSingleItem();
        (again.Id, again.LastError).ShouldBe((ids[0], "The webhook answered 500."));
    }

    [Fact]
    public async Task A_message_of_which_nobody_ever_tells_how_it_went_is_given_up_as_well()
    {
        await AddAsync(1);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            (await ClaimAsync(1)).ShouldHaveSingleItem();
            Clock.Advance(Lease);
        }

        (await ClaimAsync(1)).ShouldBeEmpty();

        var message = await UseAsync(context => context.OutboxMessages.SingleAsync(Cancellation));
        (message.Attempts, message.AbandonedAt is not null, message.LastError).ShouldBe((MostAttempts, true, "Whoever tried to deliver it ended in the middle of the last attempt."));
    }

    [Fact]
    public async Task A_message_that_arrived_is_done_whatever_is_said_of_it_later()
    {
        var id = (await AddAsync(1)).Single();
        await ClaimAsync(1);

        await UseAsync(context => Store(context).DeliveredAsync(id, Cancellation));
        await UseAsync(context => Store(context).FailedAsync(id, "Late.", TimeSpan.Zero, Cancellation));
        Clock.Advance(Lease);

        (await ClaimAsync(1)).ShouldBeEmpty();
        (await UseAsync(context => context.OutboxMessages.SingleAsync(Cancellation))).LastError.ShouldBeNull();
    }

    private OutboxStore Store(FinanceHubDbContext context) => new(context, Database.System(), Clock);

    private Task<IReadOnlyList<OutboxMessageEntity>> ClaimAsync(int most) => UseAsync(context => Store(context).ClaimAsync(OutboxKinds.AlertWebhook, most, Lease, MostAttempts, Cancellation));

    private async Task<List<Guid>> AddAsync(int count)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var messages = Enumerable.Range(0, count).Select(i => new OutboxMessageEntity
        {
            Id = Guid.CreateVersion7(),
            Kind = OutboxKinds.AlertWebhook,
            Subject = $"{i}",
            Payload = "{}",
            CreatedAt = now,
            NextAttemptAt = now,
        }).ToList();
        await UseAsync(context =>
        {
            context.AddRange(messages);
            return context.SaveChangesAsync(Cancellation);
        });
        return messages.ConvertAll(message => message.Id);
    }
}

public sealed class OutboxStoreOnSqliteTests : OutboxStoreTests<SqliteTestDatabase>;

public sealed class OutboxStoreOnPostgreSqlTests : OutboxStoreTests<PostgreSqlTestDatabase>;
