using System.Text.Json;
using FinanceHub.Data.Alerts;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class AlertTests(RunningServices services)
{
    [Fact]
    public async Task An_alert_is_set_changed_and_deleted_on_the_revision_that_was_read()
    {
        var (ada, symbol, alert) = await WithAlertAsync();
        var read = await ada.GetAsync(alert);
        var terms = new { kind = "PERCENT_MOVE", threshold = 5.5, cooldownHours = 0, enabled = false };
        (Text(read.Json, "symbol"), Text(read.Json, "kind"), read.Json.GetProperty("cooldownHours").GetInt32(), read.Json.GetProperty("enabled").GetBoolean())
            .ShouldBe((symbol, "PRICE_ABOVE", 24, true));

        (await ada.PutAsync(alert, terms, null)).ShouldBeProblem(428);
        var changed = await ada.PutAsync(alert, terms, read.ETag);

        (changed.Status, Text(changed.Json, "kind"), changed.Json.GetProperty("threshold").GetDecimal(), changed.ETag).ShouldBe((200, "PERCENT_MOVE", 5.5m, "\"1\""));
        (await ada.PutAsync(alert, terms, read.ETag)).ShouldBeProblem(412);
        (await ada.DeleteAsync(alert, read.ETag!)).ShouldBeProblem(412);
        (await ada.DeleteAsync(alert)).ShouldBeProblem(428);
        (await ada.GetAsync("alerts")).Json.EnumerateArray().ShouldHaveSingleItem().GetProperty("revision").GetInt64().ShouldBe(1);
        (await ada.DeleteAsync(alert, changed.ETag!)).Status.ShouldBe(204);
        (await ada.DeleteAsync(alert)).ShouldBeProblem(404);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_all_at_once()
    {
        var (ada, symbol, alert) = await WithAlertAsync();

        (await ada.PostAsync("alerts", new { kind = "PRICE_BELOW", threshold = 1, symbol = "NOBODY" })).ShouldBeProblem(400).Fields.ShouldBe(["symbol"]);
        (await ada.PostAsync("alerts", new { kind = "SOMETIMES", threshold = 0, symbol, cooldownHours = -1 })).ShouldBeProblem(400).Fields.ShouldBe(["cooldownHours", "kind", "threshold"]);
        (await ada.PutAsync(alert, new { kind = "PRICE_BELOW", threshold = 1, symbol = "OTHER" }, "*")).ShouldBeProblem(400).Fields.ShouldBe(["symbol"]);
    }

    [Fact]
    public async Task There_are_so_many_alerts_and_no_more_also_when_many_are_set_at_once()
    {
        var (ada, symbol, alert) = await WithAlertAsync();
        await using var context = services.OpenDatabase();
        var owner = (await context.Alerts.FindAsync([Guid.Parse(alert["alerts/".Length..])], TestContext.Current.CancellationToken))!.OwnerId;
        context.AddRange(Enumerable.Range(1, AlertStore.MostAlerts - 3).Select(_ => new AlertEntity
        {
            Id = Guid.CreateVersion7(),
            OwnerId = owner,
            Symbol = symbol,
            Kind = AlertKind.PriceAbove,
            Threshold = 1,
            CooldownHours = 1,
            CreatedAt = DateTime.UtcNow,
        }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ada.PostAsync("alerts", new { kind = "PRICE_BELOW", threshold = 1, symbol })));

        answers.Select(answer => answer.Status).Order().ShouldBe([201, 201, 400, 400, 400, 400]);
        answers.First(answer => answer.Status == 400).ShouldBeProblem(400).Fields.ShouldBe(["symbol"]);
        (await ada.GetAsync("alerts")).Json.GetArrayLength().ShouldBe(AlertStore.MostAlerts);
    }

    [Fact]
    public async Task What_fired_stays_when_the_alert_is_gone_and_is_unread_until_it_was_seen()
    {
        var (ada, symbol, alert) = await WithAlertAsync();
        await using var context = services.OpenDatabase();
        var stored = (await context.Alerts.FindAsync([Guid.Parse(alert["alerts/".Length..])], TestContext.Current.CancellationToken))!;
        context.AddRange(Enumerable.Range(0, 3).Select(day => new AlertEventEntity
        {
            Id = Guid.CreateVersion7(),
            AlertId = stored.Id,
            OwnerId = stored.OwnerId,
            Symbol = symbol,
            Kind = AlertKind.PriceAbove,
            Threshold = 100,
            PriceDate = Market.Today.AddDays(day - 2),
            Price = 101 + day,
            FiredAt = DateTime.UtcNow.AddHours(day - 5),
        }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        (await ada.DeleteAsync(alert, "*")).Status.ShouldBe(204);

        var page = (await ada.GetAsync("alerts/history?page=2&pageSize=2")).Json;
        (page.GetProperty("total").GetInt32(), page.GetProperty("unread").GetInt32(), page.GetProperty("page").GetInt32(), page.GetProperty("pageSize").GetInt32()).ShouldBe((3, 3, 2, 2));
        var oldest = page.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (oldest.GetProperty("price").GetDecimal(), Text(oldest, "kind"), oldest.GetProperty("readAt").ValueKind).ShouldBe((101, "PRICE_ABOVE", JsonValueKind.Null));

        (await ada.PostTextAsync("alerts/history/read", "")).Status.ShouldBe(204);

        var all = (await ada.GetAsync("alerts/history")).Json;
        all.GetProperty("unread").GetInt32().ShouldBe(0);
        all.GetProperty("items").EnumerateArray().ShouldAllBe(fired => fired.GetProperty("readAt").ValueKind == JsonValueKind.String);
    }

    private async Task<(Customer Customer, string Symbol, string Alert)> WithAlertAsync()
    {
        var symbol = await services.AddInstrumentAsync("EUR", 100);
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var created = await ada.PostAsync("alerts", new { symbol = symbol.ToLowerInvariant(), kind = "price_above", threshold = 120 });
        created.Status.ShouldBe(201, created.Text);
        return (ada, symbol, $"alerts/{Text(created.Json, "id")}");
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

[Collection(ServicesOnSqlite.Name)]
public sealed class AlertOnSqliteTests(ServicesOnSqlite services) : AlertTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class AlertOnPostgreSqlTests(ServicesOnPostgreSql services) : AlertTests(services);
