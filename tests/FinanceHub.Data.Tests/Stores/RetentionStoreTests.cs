using FinanceHub.Data.Alerts;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Requests;
using FinanceHub.Data.Retention;
using FinanceHub.Data.Jobs;
using FinanceHub.Data.Testing;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Stores;

public abstract class RetentionStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly RetentionLimits Limits = new(TimeSpan.FromHours(24), TimeSpan.FromDays(30), TimeSpan.FromDays(365));

    [Fact]
    public async Task What_is_over_its_limit_goes_and_what_is_not_stays()
    {
        var portfolio = await AddPortfolioAsync();
        var now = Clock.GetUtcNow().UtcDateTime;
        await UseAsync(context =>
        {
            foreach (var age in new[] { TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1) })
            {
                context.Add(new ImportEntity { Id = Guid.CreateVersion7(), PortfolioId = portfolio.Id, Content = [1], CreatedAt = now, ExpiresAt = now - age });
                context.Add(new IdempotencyKeyEntity { OwnerId = portfolio.OwnerId, Key = $"{age}", RequestHash = "h", StatusCode = 201, Body = "", CreatedAt = now - Limits.IdempotencyKeys - age });
                context.Add(Message($"delivered {age}", delivered: now - Limits.OutboxMessages - age));
                context.Add(Message($"abandoned {age}", abandoned: now - Limits.OutboxMessages - age));
                context.Add(Message($"pending {age}"));
                context.Add(new AlertEventEntity
                {
                    Id = Guid.CreateVersion7(),
                    AlertId = Guid.CreateVersion7(),
                    OwnerId = portfolio.OwnerId,
                    Symbol = "ACME",
                    Kind = AlertKind.PriceAbove,
                    Threshold = 1,
                    PriceDate = Monday,
                    Price = 1,
                    FiredAt = now - Limits.AlertEvents - age,
                });
            }

            return context.SaveChangesAsync(Cancellation);
        });

        (await UseAsync(context => new RetentionStore(context, Clock).RemoveAsync(Limits, Cancellation))).ShouldBe(5);
        (await UseAsync(context => new RetentionStore(context, Clock).RemoveAsync(Limits, Cancellation))).ShouldBe(0);

        (await Database.ReadAsync("SELECT count(*) FROM \"OutboxMessages\"")).ShouldBe(["4"]);
        foreach (var table in new[] { "Imports", "IdempotencyKeys", "AlertEvents" })
            (await Database.ReadAsync($"SELECT count(*) FROM \"{table}\"")).ShouldBe(["1"], table);
    }

    [Fact]
    public async Task The_runs_for_a_portfolio_go_with_it()
    {
        var portfolio = await AddPortfolioAsync();
        foreach (var (kind, subject) in new[] { ("value", $"{portfolio.Id}"), ("value", $"{Guid.CreateVersion7()}"), ("other", "x") })
            await UseAsync(context => new JobRunStore(context, Clock).TryBeginAsync(kind, subject, "one", Cancellation));

        (await UseAsync(context => new RetentionStore(context, Clock).RemoveRunsAsync("value", Cancellation))).ShouldBe(1);

        (await UseAsync(context => context.JobRuns.Select(run => run.Subject).ToListAsync(Cancellation))).ShouldBe([$"{portfolio.Id}", "x"], ignoreOrder: true);
    }

    private OutboxMessageEntity Message(string subject, DateTime? delivered = null, DateTime? abandoned = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = "k",
        Subject = subject,
        Payload = "{}",
        CreatedAt = Clock.GetUtcNow().UtcDateTime.AddYears(-1),
        NextAttemptAt = Clock.GetUtcNow().UtcDateTime,
        DeliveredAt = delivered,
        AbandonedAt = abandoned,
    };
}

public sealed class RetentionStoreOnSqliteTests : RetentionStoreTests<SqliteTestDatabase>;

public sealed class RetentionStoreOnPostgreSqlTests : RetentionStoreTests<PostgreSqlTestDatabase>;
