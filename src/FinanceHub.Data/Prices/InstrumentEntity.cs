using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Prices;

/// <summary>Something that can be held and has a price.</summary>
public sealed class InstrumentEntity
{
    /// <summary>The key.</summary>
    public required string Symbol { get; init; }

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 4217 code of its prices.</summary>
    public required string Currency { get; init; }

    /// <summary>How its price series treats splits.</summary>
    public required PriceBasis PriceBasis { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public AssetClass AssetClass { get; set; }
}
