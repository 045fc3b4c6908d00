using System.Globalization;
using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Holdings;

/// <summary>The dividends of some time, and their sums by month in the portfolio's currency at the rates of their days.</summary>
internal sealed record DividendsResponse(string Currency, IReadOnlyList<DividendResponse> Payments, IReadOnlyList<DividendMonthResponse> Months)
{
    public static DividendsResponse Of(string currency, PortfolioLedger portfolio, DateOnly? from, DateOnly? to)
    {
        var payments = portfolio.Ledger.Dividends.Where(payment => !(payment.Date < from) && !(payment.Date > to)).ToList();
        Figure Reported(DividendPayment payment, decimal amount) => Figure.Of(amount) * portfolio.Rates.Rate(payment.Currency, currency, payment.Date);
        return new DividendsResponse(
            currency,
            [.. payments.Select(payment => new DividendResponse(
                payment.Date, payment.Symbol, payment.Currency, payment.Gross, payment.Tax, payment.Net, Reported(payment, payment.Net)))],
            [.. payments.GroupBy(payment => payment.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture)).Select(month => new DividendMonthResponse(
                month.Key,
                Figure.Sum(month.Select(payment => Reported(payment, payment.Gross))),
                Figure.Sum(month.Select(payment => Reported(payment, payment.Tax))),
                Figure.Sum(month.Select(payment => Reported(payment, payment.Net)))))]);
    }
}

internal sealed record DividendResponse(DateOnly Date, string Symbol, string Currency, decimal Gross, decimal Tax, decimal Net, Figure ReportingNet);

internal sealed record DividendMonthResponse(string Month, Figure Gross, Figure Tax, Figure Net);
