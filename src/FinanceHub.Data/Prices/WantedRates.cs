using System.Globalization;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>
/// Exchange rates that are older than all that were asked for. What goes back further than the first stored activity cannot be stored without them,
/// so that waiting for it to be stored would be waiting for ever: whoever lacks a rate leaves a message, and the worker fetches it.
/// </summary>
public sealed class WantedRates(FinanceHubDbContext database, TimeProvider clock)
{
    private const string NoPayload = "{}";

    /// <summary>Asks for the rates since the beginning of the year of a day, of all currencies: so there are no more messages than years, whatever anybody enters.</summary>
    /// <returns>Since when they are being fetched; null if they have been, and there is none.</returns>
    public async Task<DateOnly?> AskAsync(DateOnly day, CancellationToken cancellation)
    {
        var (first, now) = (new DateOnly(day.Year, 1, 1), StoredTime.Of(clock.GetUtcNow()));
        var subject = Subject(first);
        // What was given up is tried again when somebody wants it again.
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "OutboxMessages" ("Id", "Kind", "Subject", "Payload", "CreatedAt", "Attempts", "NextAttemptAt")
            VALUES ({Guid.CreateVersion7(clock.GetUtcNow())}, {OutboxKinds.WantedRates}, {subject}, {NoPayload}, {now}, 0, {now})
            ON CONFLICT ("Kind", "Subject") DO UPDATE SET "Attempts" = 0, "NextAttemptAt" = excluded."NextAttemptAt", "AbandonedAt" = NULL
            WHERE "OutboxMessages"."AbandonedAt" IS NOT NULL
            """,
            cancellation);
        return await database.OutboxMessages.AnyAsync(message => message.Kind == OutboxKinds.WantedRates && message.Subject == subject && message.DeliveredAt == null, cancellation)
            ? first
            : null;
    }

    /// <summary>The first day that a message asks for; null if it is none of these.</summary>
    public static DateOnly? FirstDay(OutboxMessageEntity message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Kind == OutboxKinds.WantedRates && DateOnly.TryParseExact(message.Subject, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static string Subject(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
