using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FinanceHub.Data.Storage;

/// <summary>Every stored time is UTC and says so when it is read; a local time is a bug and does not get in.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => RequireUtc(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime RequireUtc(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value
        : throw new ArgumentException($"Expected a UTC time, found one of the kind {value.Kind}.", nameof(value));
}
