namespace FinanceHub.Web.Api;

public sealed record PerformanceReport
{
    public required string Currency { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public Figure Start { get; init; }

    public Figure End { get; init; }

    public Figure Inflows { get; init; }

    public Figure Outflows { get; init; }

    public Figure Gain { get; init; }

    public Figure TimeWeighted { get; init; }

    public Figure TimeWeightedPerYear { get; init; }

    public Figure MoneyWeighted { get; init; }

    public Figure ModifiedDietz { get; init; }

    public Figure Simple { get; init; }

    public Figure Volatility { get; init; }

    public Drawdown MaxDrawdown { get; init; } = new(default, null, null);

    public PerformanceParts Breakdown { get; init; } = new();
}

public sealed record Drawdown(Figure Depth, DateOnly? Peak, DateOnly? Trough);

/// <summary>Start + transfers + gains + earnings − fees − taxes = end.</summary>
public sealed record PerformanceParts
{
    public Figure Start { get; init; }

    public Figure Transfers { get; init; }

    public Figure CapitalGains { get; init; }

    public Figure Dividends { get; init; }

    public Figure Interest { get; init; }

    public Figure Fees { get; init; }

    public Figure Taxes { get; init; }

    public Figure CurrencyGains { get; init; }

    public Figure End { get; init; }
}

public sealed record PerformanceSeries(string Currency, IReadOnlyList<SeriesPoint> Points);

/// <param name="Date">The day.</param>
/// <param name="Value">At its end.</param>
/// <param name="NetContributions">What came in less what went out until then.</param>
/// <param name="Index">1 at the start, moved by returns alone.</param>
public sealed record SeriesPoint(DateOnly Date, decimal? Value, decimal? NetContributions, decimal? Index);

public sealed record PerformanceMonths(IReadOnlyList<MonthReturn> Months);

public sealed record MonthReturn(int Year, int Month, Figure TimeWeighted);

public sealed record DividendsReport(string Currency, IReadOnlyList<DividendPayment> Payments, IReadOnlyList<DividendMonth> Months);

public sealed record DividendPayment(DateOnly Date, string Symbol, string Currency, decimal Gross, decimal Tax, decimal Net, Figure ReportingNet);

/// <param name="Month">Like 2026-01.</param>
/// <param name="Gross">Before tax.</param>
/// <param name="Tax">Withheld.</param>
/// <param name="Net">Paid.</param>
public sealed record DividendMonth(string Month, Figure Gross, Figure Tax, Figure Net);
