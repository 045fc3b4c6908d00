namespace FinanceHub.Data.Storage;

/// <summary>The time of what is stored.</summary>
internal static class StoredTime
{
    /// <summary>Now, in UTC, to the microsecond: PostgreSQL keeps no more, and what is told at creation must be what is read later.</summary>
    public static DateTime Of(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
