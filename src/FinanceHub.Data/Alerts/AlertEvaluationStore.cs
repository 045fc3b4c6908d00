using System.Text.Json;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Storage;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Alerts;

/// <summary>Alerts of all owners, for the one who watches the prices.</summary>
public sealed class AlertEvaluationStore(FinanceHubDbContext database, TimeProvider clock)
{
    /// <summary>The alerts that are looked at, each with the latest two prices of its instrument, the earlier one in the units of the later; those without a price are left out, and those that fired for it.</summary>
    public async Task<IReadOnlyList<AlertCandidate>> CandidatesAsync(CancellationToken cancellation)
    {
        var latest = database.Prices.GroupBy(price => price.Symbol).Select(group => new { Symbol = group.Key, Date = group.Max(price => price.Date) });
        var candidates =
            from alert in database.Alerts.AsNoTracking()
            where alert.Enabled
            join newest in latest on alert.Symbol equals newest.Symbol
            join price in database.Prices on new { newest.Symbol, newest.Date } equals new { price.Symbol, price.Date }
            join instrument in database.Instruments on alert.Symbol equals instrument.Symbol
            where !database.AlertEvents.Any(fired => fired.AlertId == alert.Id && fired.PriceDate == price.Date)
            orderby alert.Id
            select new Judged(
                alert,
                new PriceQuote(price.Symbol, price.Date, price.Close, instrument.Currency, instrument.PriceBasis),
                // Two questions for one row, since SQLite can answer each only with one value.
                database.Prices.Where(before => before.Symbol == alert.Symbol && before.Date < price.Date).OrderByDescending(before => before.Date).Select(before => (DateOnly?)before.Date).FirstOrDefault(),
                database.Prices.Where(before => before.Symbol == alert.Symbol && before.Date < price.Date).OrderByDescending(before => before.Date).Select(before => (decimal?)before.Close).FirstOrDefault());
        return await InUnitsOfTodayAsync(await candidates.ToListAsync(cancellation), cancellation);
    }

    /// <summary>Lets an alert fire: the event, the silence after it and the messages about it, all or none.</summary>
    /// <param name="candidate">The alert as it was judged.</param>
    /// <param name="channels">The kinds of messages to send, of <see cref="OutboxKinds"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if it has fired for this price, or its owner has changed it meanwhile.</returns>
    public async Task<bool> FireAsync(AlertCandidate candidate, IReadOnlyCollection<string> channels, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(channels);
        var (alert, now) = (candidate.Alert, StoredTime.Of(clock.GetUtcNow()));
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        // First, because it holds the row: of two workers the second finds the first one's event.
        var still = await database.Alerts.Where(one => one.Id == alert.Id && one.Enabled && one.Revision == alert.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastFiredAt, now), cancellation);
        if (still == 0 || await database.AlertEvents.AnyAsync(fired => fired.AlertId == alert.Id && fired.PriceDate == candidate.Date, cancellation))
            return false;

        database.AlertEvents.Add(new AlertEventEntity
        {
            Id = id,
            AlertId = alert.Id,
            OwnerId = alert.OwnerId,
            Symbol = alert.Symbol,
            Kind = alert.Kind,
            Threshold = alert.Threshold,
            PriceDate = candidate.Date,
            Price = candidate.Price,
            FiredAt = now,
        });
        var message = new AlertMessage(id, alert.Id, alert.OwnerId, alert.Symbol, NameOf(alert.Kind), alert.Threshold, candidate.Price, candidate.Currency, candidate.Date, now);
        var payload = JsonSerializer.Serialize(message, JsonSerializerOptions.Web);
        database.OutboxMessages.AddRange(channels.Select(kind => new OutboxMessageEntity
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Kind = kind,
            Subject = id.ToString(),
            Payload = payload,
            CreatedAt = now,
            NextAttemptAt = now,
        }));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        database.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Notes that the owner can see an event.</summary>
    public Task ShownAsync(Guid eventId, CancellationToken cancellation)
    {
        DateTime? now = StoredTime.Of(clock.GetUtcNow());
        return database.AlertEvents.Where(fired => fired.Id == eventId && fired.DeliveredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(fired => fired.DeliveredAt, now), cancellation);
    }

    // What a split makes of a price is no move of the price.
    private async Task<IReadOnlyList<AlertCandidate>> InUnitsOfTodayAsync(List<Judged> candidates, CancellationToken cancellation)
    {
        var moved = candidates.Where(one => one.Alert.Kind == AlertKind.PercentMove && one.Before is { Basis: PriceBasis.Raw }).ToList();
        var splits = moved.Count == 0
            ? null
            : await OwnSplits.AfterAsync(
                database,
                [.. moved.Select(one => one.Alert.OwnerId).Distinct()],
                [.. moved.Select(one => one.Alert.Symbol).Distinct()],
                moved.Min(one => one.Before!.Date),
                cancellation);
        return [.. candidates.Select(one => new AlertCandidate(
            one.Alert,
            one.Latest.Currency,
            one.Latest.Date,
            one.Latest.Price,
            one.Before is { } before ? Splits.UnitPrice(before, one.Latest.Date, splits?[(one.Alert.OwnerId, one.Alert.Symbol)] ?? []).Value : null))];
    }

    private sealed record Judged(AlertEntity Alert, PriceQuote Latest, DateOnly? BeforeDate, decimal? BeforePrice)
    {
        public PriceQuote? Before => BeforeDate is { } date && BeforePrice is { } price ? Latest with { Date = date, Price = price } : null;
    }

    private static string NameOf(AlertKind kind) => kind switch
    {
        AlertKind.PriceAbove => "PRICE_ABOVE",
        AlertKind.PriceBelow => "PRICE_BELOW",
        AlertKind.PercentMove => "PERCENT_MOVE",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of alert."),
    };
}
