using FinanceHub.Data.Alerts;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Stores;

public abstract class AlertEvaluationStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    [Fact]
    public async Task An_alert_is_judged_by_the_latest_two_prices()
    {
        var alert = await AddAlertAsync();
        await AddPricesAsync("ACME", (Monday, 90), (Monday.AddDays(1), 100), (Monday.AddDays(3), 110));

        var candidate = (await CandidatesAsync()).ShouldHaveSingleItem();

        (candidate.Alert.Id, candidate.Currency, candidate.Date, candidate.Price, candidate.Before).ShouldBe((alert.Id, "EUR", Monday.AddDays(3), 110, 100));
    }

    [Fact]
    public async Task What_a_split_of_the_owners_makes_of_a_price_is_no_move()
    {
        var alert = await AddAlertAsync();
        await UseAsync(context => context.Alerts.ExecuteUpdateAsync(set => set.SetProperty(one => one.Kind, AlertKind.PercentMove), Cancellation));
        await AddPricesAsync("ACME", (Monday, 100), (Monday.AddDays(2), 51));
        await SplitAsync(await Database.AddUserAsync("bob@example.org"), Monday.AddDays(1));
        (await CandidatesAsync()).ShouldHaveSingleItem().Before.ShouldBe(100);

        // In two portfolios, as somebody has them who holds it in both; one on the day before is in the price already.
        await SplitAsync(alert.OwnerId, Monday.AddDays(1));
        await SplitAsync(alert.OwnerId, Monday.AddDays(1));
        await SplitAsync(alert.OwnerId, Monday);

        var candidate = (await CandidatesAsync()).ShouldHaveSingleItem();
        (candidate.Price, candidate.Before).ShouldBe((51, 50));
    }

    [Fact]
    public async Task An_alert_that_is_off_or_has_no_price_is_left_out_and_the_first_price_has_none_before_it()
    {
        await AddAlertAsync();
        (await CandidatesAsync()).ShouldBeEmpty();
        await AddPricesAsync("ACME", (Monday, 90));
        (await CandidatesAsync()).ShouldHaveSingleItem().Before.ShouldBeNull();

        await UseAsync(context => context.Alerts.ExecuteUpdateAsync(set => set.SetProperty(alert => alert.Enabled, false), Cancellation));

        (await CandidatesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_fires_once_for_a_price_whoever_tries_and_tells_every_channel_once()
    {
        var alert = await AddAlertAsync();
        await AddPricesAsync("ACME", (Monday, 90));
        var candidate = (await CandidatesAsync()).Single();

        var fired = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FireAsync(candidate))));

        fired.Count(did => did).ShouldBe(1);
        (await CandidatesAsync()).ShouldBeEmpty();
        var told = await UseAsync(context => context.AlertEvents.SingleAsync(Cancellation));
        (told.AlertId, told.PriceDate, told.Price, told.DeliveredAt).ShouldBe((alert.Id, Monday, 90, null));
        var messages = await UseAsync(context => context.OutboxMessages.OrderBy(message => message.Kind).ToListAsync(Cancellation));
        messages.Select(message => message.Kind).ShouldBe([OutboxKinds.AlertInApp, OutboxKinds.AlertWebhook]);
        messages.ShouldAllBe(message => message.Subject == told.Id.ToString() && message.Payload.Contains("\"kind\":\"PRICE_BELOW\""));
        (await UseAsync(context => context.Alerts.SingleAsync(Cancellation))).LastFiredAt.ShouldBe(told.FiredAt);
    }

    [Fact]
    public async Task It_does_not_fire_if_its_owner_changed_it_after_it_was_judged()
    {
        await AddAlertAsync();
        await AddPricesAsync("ACME", (Monday, 90));
        var candidate = (await CandidatesAsync()).Single();
        await UseAsync(context => context.Alerts.ExecuteUpdateAsync(set => set.SetProperty(alert => alert.Revision, 1), Cancellation));

        (await FireAsync(candidate)).ShouldBeFalse();

        (await Database.ReadAsync("SELECT count(*) FROM \"OutboxMessages\"")).ShouldBe(["0"]);
        (await UseAsync(context => context.Alerts.SingleAsync(Cancellation))).LastFiredAt.ShouldBeNull();
    }

    [Fact]
    public async Task That_an_event_was_shown_is_noted_once()
    {
        await AddAlertAsync();
        await AddPricesAsync("ACME", (Monday, 90));
        await FireAsync((await CandidatesAsync()).Single());
        var id = await UseAsync(context => context.AlertEvents.Select(fired => fired.Id).SingleAsync(Cancellation));

        await UseAsync(context => Store(context).ShownAsync(id, Cancellation));
        var first = Clock.GetUtcNow().UtcDateTime;
        Clock.Advance(TimeSpan.FromMinutes(1));
        await UseAsync(context => Store(context).ShownAsync(id, Cancellation));

        (await UseAsync(context => context.AlertEvents.SingleAsync(Cancellation))).DeliveredAt.ShouldBe(first);
    }

    private AlertEvaluationStore Store(FinanceHubDbContext context) => new(context, Clock);

    private Task<IReadOnlyList<AlertCandidate>> CandidatesAsync() => UseAsync(context => Store(context).CandidatesAsync(Cancellation));

    private Task<bool> FireAsync(AlertCandidate candidate) => UseAsync(context => Store(context).FireAsync(candidate, [OutboxKinds.AlertInApp, OutboxKinds.AlertWebhook], Cancellation));

    private Task SplitAsync(Guid owner, DateOnly day) => UseAsync(async context =>
    {
        var store = new PortfolioStore(context, Clock);
        var portfolio = await store.CreateAsync(owner, "P", "EUR", Cancellation);
        var bought = new Activity { Date = Monday.AddDays(-1), Sequence = 0, Type = ActivityType.Buy, Currency = "EUR", Symbol = "ACME", Quantity = 2, UnitPrice = 1 };
        (await store.AddActivityAsync(owner, portfolio.Id, bought, Cancellation)).ShouldBeOfType<AddActivityResult.Added>();
        var split = new Activity { Date = day, Sequence = 0, Type = ActivityType.Split, Currency = "EUR", Symbol = "ACME", Numerator = 2, Denominator = 1 };
        (await store.AddActivityAsync(owner, portfolio.Id, split, Cancellation)).ShouldBeOfType<AddActivityResult.Added>();
    });

    private async Task<AlertEntity> AddAlertAsync()
    {
        await AddPricesAsync("ACME");
        var alert = new AlertEntity
        {
            Id = Guid.CreateVersion7(),
            OwnerId = await Database.AddUserAsync("ada@example.org"),
            Symbol = "ACME",
            Kind = AlertKind.PriceBelow,
            Threshold = 95,
            CooldownHours = 24,
            CreatedAt = Clock.GetUtcNow().UtcDateTime,
        };
        await UseAsync(context =>
        {
            context.Add(alert);
            return context.SaveChangesAsync(Cancellation);
        });
        return alert;
    }
}

public sealed class AlertEvaluationStoreOnSqliteTests : AlertEvaluationStoreTests<SqliteTestDatabase>;

public sealed class AlertEvaluationStoreOnPostgreSqlTests : AlertEvaluationStoreTests<PostgreSqlTestDatabase>;
