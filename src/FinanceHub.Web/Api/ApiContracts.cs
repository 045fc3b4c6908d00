using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinanceHub.Web.Api;

internal sealed record Credentials(string? Email, string? Password)
{
    /// <summary>The password stays out of logs and messages.</summary>
    public override string ToString() => $"{nameof(Credentials)} {{ Email = {Email} }}";
}

/// <summary>A bearer token.</summary>
/// <param name="AccessToken">Opaque.</param>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenAnswer(string AccessToken, long ExpiresIn)
{
    /// <summary>The token stays out of logs and messages.</summary>
    public override string ToString() => nameof(TokenAnswer);
}

internal sealed record NewPortfolio(string? Name, string? Currency);

internal sealed record Portfolio(Guid Id, string Name, string Currency);

public sealed record Holdings(string Currency, decimal? TotalValue, decimal? RealisedGain, string? Unavailable, [property: JsonPropertyName("holdings")] IReadOnlyList<Holding> Items, IReadOnlyList<Cash> Cash);

public sealed record Holding(string Symbol, decimal Quantity, string Currency, decimal CostBasis, decimal? Price, DateOnly? PriceDate, decimal? MarketValue, decimal? UnrealisedGain, string? Unavailable);

public sealed record Cash(string Currency, decimal Balance);

public sealed record Activity
{
    public string? Date { get; init; }

    public string? Type { get; init; }

    public string? Symbol { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitPrice { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public decimal? Fee { get; init; }

    public decimal? Tax { get; init; }

    public int? Numerator { get; init; }

    public int? Denominator { get; init; }
}

internal sealed record ActivityPage(IReadOnlyList<Activity> Items);

/// <summary>What the API refused and why.</summary>
internal sealed record ApiProblem
{
    public string? Title { get; init; }

    public string? Detail { get; init; }

    /// <summary>Messages by field in camel case.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(NewPortfolio))]
[JsonSerializable(typeof(Portfolio))]
[JsonSerializable(typeof(IReadOnlyList<Portfolio>))]
[JsonSerializable(typeof(Holdings))]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivityPage))]
[JsonSerializable(typeof(ApiProblem))]
internal sealed partial class ApiJson : JsonSerializerContext;
