using System.Globalization;
using static FinanceHub.Hosts.Tests.Web.Fake.Sample;

namespace FinanceHub.Hosts.Tests.Web.Fake;

/// <summary>What the sample portfolio amounts to; some of it is not known.</summary>
internal static class SampleFigures
{
    private const string NoPrice = "There is no price of INITECH on or before 2026-11-20.";

    private static readonly DateOnly Today = new(2026, 11, 20);

    public static object NoHoldings { get; } = new
    {
        currency = "EUR",
        asOf = Today,
        totalValue = 0m,
        realisedGain = 0m,
        unavailable = (string?)null,
        cashValue = Figure(0),
        netWorth = Figure(0),
        unrealisedGain = Figure(0),
        dayChangeOn = Today,
        dayChange = Figure(0),
        dayChangeShare = NoFigure("Nothing was held the day before."),
        holdings = Array.Empty<object>(),
        cash = Array.Empty<object>(),
    };

    public static object Holdings { get; } = new
    {
        currency = "EUR",
        asOf = Today,
        totalValue = 67_740.31m,
        realisedGain = -312.4m,
        unavailable = (string?)null,
        cashValue = Figure(11_293.89m),
        netWorth = Figure(79_034.20m),
        unrealisedGain = Figure(14_208.77m),
        dayChangeOn = Today,
        dayChange = Figure(-231.08m),
        dayChangeShare = Figure(-0.00291m),
        holdings = new[]
        {
            Holding("WORLD.ETF", "All World Accumulating Fund", "FUND", 310, "EUR", 30_120.5m, 128.44m, 0.0062m, 0.588m, 3),
            Holding("ACME", "Acme Corporation", "EQUITY", 150.25m, "EUR", 12_410, 101.2m, -0.0291m, 0.225m, 7),
            Holding("GLOBEX", "Globex International Holdings plc", "EQUITY", 62, "USD", 9_800, 217.9m, 0.0004m, 0.151m, 11),
            Unvalued("INITECH", 40, "GBP", 1_200),
        },
        cash = new[] { new { currency = "EUR", balance = 11_412.55m }, new { currency = "USD", balance = -120.10m } },
    };

    public static object Allocation { get; } = new
    {
        currency = "EUR",
        total = Figure(79_034.20m),
        byAssetClass = new[] { Part("FUND", 39_816.4m, 0.504m), Part("EQUITY", 27_923.91m, 0.353m), Part("CASH", 11_293.89m, 0.143m) },
        byCurrency = new[] { Part("EUR", 66_400.1m, 0.84m), Part("USD", 12_634.1m, 0.16m) },
        byAccount = new[] { Part("Main broker", 71_034.2m, 0.899m), Part("", 8_000m, 0.101m) },
    };

    public static object NoAllocation { get; } = new { currency = "EUR", total = Figure(0), byAssetClass = Array.Empty<object>(), byCurrency = Array.Empty<object>(), byAccount = Array.Empty<object>() };

    public static object Lots { get; } = new
    {
        method = "FIFO",
        lots = new object[]
        {
            new { symbol = "ACME", account = "Main broker", acquired = "2024-02-01", quantity = 100m, currency = "EUR", unitCost = 79.1m, costBasis = 7_910m, marketValue = Figure(10_120m), unrealisedGain = Figure(2_210m) },
            new { symbol = "ACME", account = (string?)null, acquired = "2026-10-12", quantity = 50.25m, currency = "EUR", unitCost = 105.5m, costBasis = 5_301.38m, marketValue = Figure(5_085.3m), unrealisedGain = Figure(-216.08m) },
        },
    };

    public static object Prices { get; } = new
    {
        symbol = "ACME",
        currency = "EUR",
        basis = "SPLIT_ADJUSTED",
        prices = Walk(7, 250, 82).Select((close, i) => new { date = Today.AddDays(i - 249), close }).ToArray(),
    };

    public static object Performance { get; } = new
    {
        currency = "EUR",
        from = "2024-01-02",
        to = Today,
        start = Figure(0),
        end = Figure(79_034.2m),
        inflows = Figure(66_000),
        outflows = Figure(1_500),
        gain = Figure(14_534.2m),
        timeWeighted = Figure(0.2811m),
        timeWeightedPerYear = Figure(0.0897m),
        moneyWeighted = Figure(0.0812m),
        modifiedDietz = Figure(0.2604m),
        simple = NoFigure("There was nothing at the start."),
        volatility = Figure(0.128m),
        maxDrawdown = new { depth = Figure(-0.1142m), peak = "2025-02-18", trough = "2025-04-09" },
        breakdown = new
        {
            start = Figure(0),
            transfers = Figure(64_500),
            capitalGains = Figure(12_890.11m),
            dividends = Figure(1_902.4m),
            interest = Figure(312.9m),
            fees = Figure(88.1m),
            taxes = Figure(544.2m),
            currencyGains = Figure(61.09m),
            end = Figure(79_034.2m),
        },
    };

    public static object Series { get; } = new { currency = "EUR", points = Points() };

    public static object Months { get; } = new
    {
        months = Enumerable.Range(0, 35).Select(i => new DateOnly(2024, 1, 1).AddMonths(i))
            .Select((day, i) => new { year = day.Year, month = day.Month, timeWeighted = i == 4 ? NoFigure(NoPrice) : Figure(Math.Round((i * 37 % 19 - 8) * 0.006m, 4)) }).ToArray(),
    };

    public static object Dividends { get; } = new
    {
        currency = "EUR",
        payments = new object[]
        {
            new { date = "2026-09-30", symbol = "WORLD.ETF", currency = "EUR", gross = 84.12m, tax = 22.18m, net = 61.94m, reportingNet = Figure(61.94m) },
            new { date = "2026-06-12", symbol = "GLOBEX", currency = "USD", gross = 40m, tax = 6m, net = 34m, reportingNet = NoFigure("There is no rate of USD to EUR on 2026-06-12.") },
            new { date = "2026-03-30", symbol = "WORLD.ETF", currency = "EUR", gross = 79.5m, tax = 20.97m, net = 58.53m, reportingNet = Figure(58.53m) },
        },
        months = new object[]
        {
            new { month = "2025-12", gross = Figure(61.1m), tax = Figure(16.11m), net = Figure(44.99m) },
            new { month = "2026-03", gross = Figure(79.5m), tax = Figure(20.97m), net = Figure(58.53m) },
            new { month = "2026-06", gross = NoFigure("There is no rate of USD to EUR on 2026-06-12."), tax = NoFigure("There is no rate of USD to EUR on 2026-06-12."), net = NoFigure("There is no rate of USD to EUR on 2026-06-12.") },
            new { month = "2026-09", gross = Figure(84.12m), tax = Figure(22.18m), net = Figure(61.94m) },
        },
    };

    public static object NoDividends { get; } = new { currency = "EUR", payments = Array.Empty<object>(), months = Array.Empty<object>() };

    /// <summary>A price that goes up and down, the same each time.</summary>
    public static decimal[] Walk(uint seed, int count, decimal start)
    {
        var values = new decimal[count];
        var value = start;
        for (var i = 0; i < count; i++)
        {
            seed = unchecked(seed * 1_664_525 + 1_013_904_223);
            value *= 1 + ((seed >> 16) % 1_000 - 485m) / 20_000m;
            values[i] = Math.Round(value, 2);
        }

        return values;
    }

    private static object[] Points()
    {
        var walk = Walk(3, 400, 1);
        var contributed = 10_000m;
        return
        [
            .. walk.Select((_, i) =>
            {
                if (i % 40 == 39)
                    contributed += 6_000;
                var index = Walked(i);
                // A day without a rate is a gap, not a zero.
                return new { date = new DateOnly(2024, 1, 2).AddDays(i * 1053 / 399).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value = i is > 120 and < 128 ? (decimal?)null : Math.Round(contributed * index, 2), netContributions = contributed, index };
            }),
        ];

        static decimal Walked(int i) => 1 + 0.28m * i / 399 + 0.05m * (decimal)Math.Sin(i / 23.0) + 0.008m * (decimal)Math.Sin(i / 3.1);
    }

    private static object Part(string key, decimal value, decimal share) => new { key, value = Figure(value), share = Figure(share) };

    private static object Holding(string symbol, string name, string assetClass, decimal quantity, string currency, decimal cost, decimal price, decimal move, decimal share, uint seed) => new
    {
        symbol,
        name,
        assetClass,
        quantity,
        currency,
        costBasis = cost,
        price = (decimal?)price,
        priceDate = (DateOnly?)Today,
        previousClose = (decimal?)Math.Round(price / (1 + move), 2),
        dayChange = Figure(Math.Round(quantity * price * move, 2)),
        dayChangeShare = Figure(move),
        marketValue = (decimal?)quantity * price,
        unrealisedGain = (decimal?)(quantity * price - cost),
        unavailable = (string?)null,
        reportingValue = Figure(currency == "EUR" ? quantity * price : Math.Round(quantity * price * 0.92m, 2)),
        priceEffect = Figure(3_100),
        currencyEffect = Figure(-212.5m),
        share = Figure(share),
        sparkline = Walk(seed, 30, price),
    };

    private static object Unvalued(string symbol, decimal quantity, string currency, decimal cost) => new
    {
        symbol,
        name = (string?)$"Initech {Hostile}",
        assetClass = "EQUITY",
        quantity,
        currency,
        costBasis = cost,
        price = (decimal?)null,
        priceDate = (DateOnly?)null,
        previousClose = (decimal?)null,
        dayChange = NoFigure(NoPrice),
        dayChangeShare = NoFigure(NoPrice),
        marketValue = (decimal?)null,
        unrealisedGain = (decimal?)null,
        unavailable = (string?)NoPrice,
        reportingValue = NoFigure(NoPrice),
        priceEffect = NoFigure(NoPrice),
        currencyEffect = NoFigure(NoPrice),
        share = NoFigure(NoPrice),
        sparkline = Array.Empty<decimal>(),
    };
}
