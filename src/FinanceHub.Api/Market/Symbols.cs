using FinanceHub.Api.Validation;
using FinanceHub.Data.Prices;
using FinanceHub.Domain.Activities;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Market;

internal static class Symbols
{
    /// <summary>A symbol as it is stored; the empty text, which is no symbol, for what cannot be one: no database need be asked.</summary>
    public static string Normalise(string? text) => text?.Trim() is { Length: <= ActivityRules.LongestSymbol } symbol && !symbol.Any(char.IsControl)
        ? symbol.ToUpperInvariant()
        : "";

    public static ValidationProblem Unknown(string? symbol) => FieldFaults.Of("symbol", InstrumentStore.UnknownText(symbol));
}
