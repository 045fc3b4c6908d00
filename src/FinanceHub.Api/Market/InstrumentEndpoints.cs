using FinanceHub.Api.Validation;
using FinanceHub.Data.Prices;
using FinanceHub.Domain.Activities;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Market;

/// <summary>Market data: the same for everybody who is signed in.</summary>
internal static class InstrumentEndpoints
{
    private const int UsualLimit = 20;
    private const int LargestLimit = 100;

    public static void MapInstruments(this IEndpointRouteBuilder routes)
    {
        var market = routes.MapGroup("").RequireAuthorization();
        market.MapGet("/instruments", SearchAsync);
        market.MapGet("/instruments/{symbol}", GetAsync);
        market.MapGet("/instruments/{symbol}/prices", PricesAsync);
        market.MapGet("/fx", RatesAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<InstrumentResponse>>, ValidationProblem>> SearchAsync(
        string? q, string? limit, InstrumentStore store, CancellationToken cancellation)
    {
        var faults = new FieldFaults();
        var most = QueryFields.Number("limit", limit, UsualLimit, 1, LargestLimit, faults);
        if (q?.Contains('\0') ?? false)
            faults.Add("q", "Expected text of printable characters.");
        if (faults.Any)
            return faults.ToProblem();
        var found = await store.SearchAsync(q?.Trim() ?? "", most, cancellation);
        return TypedResults.Ok<IReadOnlyList<InstrumentResponse>>([.. found.Select(InstrumentResponse.Of)]);
    }

    private static async Task<Results<Ok<InstrumentResponse>, NotFound>> GetAsync(string symbol, InstrumentStore store, CancellationToken cancellation) =>
        await store.FindAsync(Symbols.Normalise(symbol), cancellation) is { } found ? TypedResults.Ok(InstrumentResponse.Of(found)) : TypedResults.NotFound();

    private static async Task<Results<Ok<PricesResponse>, ValidationProblem, NotFound>> PricesAsync(
        string symbol, string? from, string? to, InstrumentStore store, CancellationToken cancellation)
    {
        if (await store.FindAsync(Symbols.Normalise(symbol), cancellation) is not { } instrument)
            return TypedResults.NotFound();
        var faults = new FieldFaults();
        var (first, last) = new DayRange(from, to).Read(faults);
        if (faults.Any)
            return faults.ToProblem();
        var prices = await store.PricesAsync(instrument.Symbol, first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue, cancellation);
        return TypedResults.Ok(PricesResponse.Of(instrument, prices));
    }

    private static async Task<Results<Ok<RatesResponse>, ValidationProblem>> RatesAsync(
        string? @base, string? quote, string? from, string? to, InstrumentStore store, CancellationToken cancellation)
    {
        var faults = new FieldFaults();
        var (source, target) = (Currency("base", @base, faults), Currency("quote", quote, faults));
        var (first, last) = new DayRange(from, to).Read(faults);
        if (faults.Any)
            return faults.ToProblem();
        var rates = await store.RatesAsync(source, target, first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue, cancellation);
        return TypedResults.Ok(new RatesResponse(source, target, [.. rates.Select(rate => new RateResponse(rate.Key, rate.Value))]));
    }

    private static string Currency(string field, string? text, FieldFaults faults)
    {
        var code = text?.Trim().ToUpperInvariant();
        if (!CurrencyCode.IsValid(code))
            faults.Add(field, $"Expected a three-letter currency code, found \"{text}\".");
        return code ?? "";
    }
}
