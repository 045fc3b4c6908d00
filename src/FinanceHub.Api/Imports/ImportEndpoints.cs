using System.Net.Http.Headers;
using System.Security.Claims;
using FinanceHub.Api.Activities;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Csv;
using FinanceHub.Api.Market;
using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Imports;

/// <summary>A file is uploaded, looked at, and then booked as a whole.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/portfolios/{id:guid}/imports").RequireAuthorization();
        imports.MapPost("/", UploadAsync);
        imports.MapGet("/{importId:guid}", GetAsync);
        imports.MapPost("/{importId:guid}/commit", CommitAsync);
        imports.MapDelete("/{importId:guid}", DeleteAsync);
    }

    private static async Task<Results<Created<ImportPreview>, ValidationProblem, ProblemHttpResult, NotFound>> UploadAsync(
        Guid id, string? dateFormat, [AsParameters] SymbolCheck symbols, HttpRequest request, PortfolioStore portfolios, ImportStore store, MissingRates rates, TimeProvider clock, CancellationToken cancellation)
    {
        if (await portfolios.FindAsync(symbols.User.UserId(), id, cancellation) is null)
            return TypedResults.NotFound();
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !string.Equals(type.MediaType, "text/csv", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The request cannot be read.", detail: "Expected a body of the type text/csv.");

        var format = string.IsNullOrEmpty(dateFormat) ? null : dateFormat;
        if (format is not null && !CsvDates.Formats.Contains(format))
            return FieldFaults.Of("dateFormat", $"Expected one of {string.Join(", ", CsvDates.Formats)}, found \"{format}\".");
        if (await Upload.ReadAsync(request, cancellation) is not { } content)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, title: "The file is too large.", detail: $"Expected at most {Upload.Largest} bytes: split the file.");
        if (CsvText.FaultOf(content) is { } fault)
            return FieldFaults.Of("file", fault);

        return await store.AddAsync(symbols.User.UserId(), id, content, format, cancellation) is { } import && await PreviewAsync(import, symbols, store, rates, clock, cancellation) is { } preview
            ? TypedResults.Created($"/api/v1/portfolios/{id}/imports/{import.Id}", preview)
            : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<ImportPreview>, NotFound>> GetAsync(
        Guid id, Guid importId, [AsParameters] SymbolCheck symbols, ImportStore store, MissingRates rates, TimeProvider clock, CancellationToken cancellation) =>
        await store.FindAsync(symbols.User.UserId(), id, importId, cancellation) is { } import && await PreviewAsync(import, symbols, store, rates, clock, cancellation) is { } preview
            ? TypedResults.Ok(preview)
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ImportOutcome>, ProblemHttpResult, NotFound>> CommitAsync(
        Guid id, Guid importId, [AsParameters] SymbolCheck symbols, ImportStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (await store.FindAsync(symbols.User.UserId(), id, importId, cancellation) is not { } import)
            return TypedResults.NotFound();
        var content = await CheckedAsync(import, Read(import, clock), symbols, cancellation);
        return await store.CommitAsync(symbols.User.UserId(), id, importId, content, cancellation) switch
        {
            CommitImportResult.Committed committed => TypedResults.Ok(new ImportOutcome(committed.Imported, committed.Duplicates)),
            CommitImportResult.Refused { Reason: var reason } =>
                TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "The import cannot be booked.", detail: reason),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        Guid id, Guid importId, ClaimsPrincipal user, ImportStore store, CancellationToken cancellation) =>
        await store.DeleteAsync(user.UserId(), id, importId, cancellation) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<ImportPreview?> PreviewAsync(
        ImportEntity import, SymbolCheck symbols, ImportStore store, MissingRates rates, TimeProvider clock, CancellationToken cancellation)
    {
        var file = Read(import, clock);
        var content = await CheckedAsync(import, file, symbols, cancellation);
        return await store.PlanAsync(symbols.User.UserId(), import.PortfolioId, content, cancellation) is { } plan
            ? ImportPreview.Of(import, file, await rates.TellAsync(plan, cancellation))
            : null;
    }

    private static CsvFile Read(ImportEntity import, TimeProvider clock) => CsvFile.Read(import.Content, import.DateFormat, clock.LatestToday());

    private static async Task<ImportContent> CheckedAsync(ImportEntity import, CsvFile file, SymbolCheck symbols, CancellationToken cancellation)
    {
        var content = file.Content;
        return content with { Unknown = await symbols.UnknownAsync(import.PortfolioId, content.Rows.Select(row => row.Draft.Activity.Symbol), cancellation) };
    }
}
