using FinanceHub.Data.Prices.Offline;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Tests.Prices;

public sealed class OfflineProviderTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly decimal[] Known = [96.66m, 97.20m, 45.15m, 118.44m];
    private static readonly string[] Currencies = ["USD", "GBP"];
    private static readonly decimal[] KnownRates = [1.1396m, 0.8957m];

    [Fact]
    public void A_price_is_the_same_on_every_machine_and_at_every_time()
    {
        (string Symbol, DateOnly Day)[] samples = [("ACME", Monday), ("ACME", Monday.AddDays(1)), ("WONKA", Monday), ("ACME", new DateOnly(2000, 1, 3))];

        samples.Select(sample => OfflinePriceProvider.PriceOf(sample.Symbol, sample.Day)).ShouldBe(Known);
    }

    [Fact]
    public void A_rate_is_the_same_on_every_machine_and_at_every_time() =>
        Currencies.Select(currency => OfflineExchangeRateProvider.RateOf(currency, Monday)).ShouldBe(KnownRates);

    [Fact]
    public async Task There_are_prices_and_rates_on_weekdays_only()
    {
        var prices = await new OfflinePriceProvider().GetAsync(OfflineCatalogue.Find("ACME")!, Monday, Monday.AddDays(13), TestContext.Current.CancellationToken);
        var rates = await new OfflineExchangeRateProvider().GetAsync("USD", Monday, Monday.AddDays(13), TestContext.Current.CancellationToken);

        prices.Count.ShouldBe(10);
        prices.ShouldAllBe(price => price.Date.DayOfWeek != DayOfWeek.Saturday && price.Date.DayOfWeek != DayOfWeek.Sunday);
        rates.Select(rate => rate.Date).ShouldBe(prices.Select(price => price.Date));
    }

    [Fact]
    public void Over_thirty_years_every_price_is_above_zero_and_moves_by_little_from_day_to_day()
    {
        foreach (var instrument in OfflineCatalogue.Instruments)
            ShouldMoveByLittle(instrument.Symbol, 0.1m, day => OfflinePriceProvider.PriceOf(instrument.Symbol, day)).ShouldBeGreaterThan(1);
        foreach (var currency in new OfflineExchangeRateProvider().Currencies)
            ShouldMoveByLittle(currency, 0.02m, day => OfflineExchangeRateProvider.RateOf(currency, day)).ShouldBeGreaterThan(0.5m);
    }

    [Fact]
    public void Symbols_are_unique_and_there_is_something_of_every_class_that_has_a_price()
    {
        OfflineCatalogue.Instruments.Select(instrument => instrument.Symbol).ShouldBeUnique();
        OfflineCatalogue.Instruments.Select(instrument => instrument.AssetClass).Distinct()
            .ShouldBe(Enum.GetValues<AssetClass>().Except([AssetClass.Other, AssetClass.Cash]), ignoreOrder: true);
        OfflineCatalogue.Find("ACME")!.Currency.ShouldBe("EUR");
    }

    [Fact]
    public void Every_currency_of_the_catalogue_has_a_rate() =>
        OfflineCatalogue.Instruments.Select(instrument => instrument.Currency).Where(currency => currency != "EUR").Distinct()
            .ShouldBeSubsetOf(new OfflineExchangeRateProvider().Currencies);

    private static decimal ShouldMoveByLittle(string what, decimal limit, Func<DateOnly, decimal> valueOf)
    {
        var smallest = decimal.MaxValue;
        decimal? before = null;
        for (var day = new DateOnly(2000, 1, 1); day < new DateOnly(2030, 1, 1); day = day.AddDays(1))
        {
            var value = valueOf(day);
            if (before is { } last)
                (Math.Abs(value - last) / last).ShouldBeLessThan(limit, $"{what} on {day:O}");
            (before, smallest) = (value, Math.Min(smallest, value));
        }

        return smallest;
    }
}
