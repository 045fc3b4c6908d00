namespace FinanceHub.Domain.Instruments;

/// <summary>What kind of thing an instrument is.</summary>
public enum AssetClass
{
    /// <summary>Nothing is known about it.</summary>
    Other = 0,

    /// <summary>Cash in an account.</summary>
    Cash = 1,

    /// <summary>Shares of a company.</summary>
    Equity = 2,

    /// <summary>Bonds.</summary>
    Bond = 3,

    /// <summary>Funds, exchange-traded or not.</summary>
    Fund = 4,

    /// <summary>Commodities and what tracks them.</summary>
    Commodity = 5,

    /// <summary>Real estate and what tracks it.</summary>
    RealEstate = 6,

    /// <summary>Cryptocurrencies.</summary>
    Crypto = 7,
}
