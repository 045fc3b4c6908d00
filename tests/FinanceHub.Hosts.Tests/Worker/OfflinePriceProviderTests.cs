using FinanceHub.Worker.Prices;

namespace FinanceHub.Hosts.Tests.Worker;

public sealed class OfflinePriceProviderTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly decimal[] Known = [96.66m, 97.20m, 45.15m, 118.44m];

    [Fact]
    public void A_price_is_the_same_on_every_machine_and_at_every_time()
    {
        (string Symbol, DateOnly Day)[] samples = [("ACME", Monday), ("ACME", Monday.AddDays(1)), ("WONKA", Monday), ("ACME", new DateOnly(2000, 1, 3))];

        samples.Select(sample => OfflinePriceProvider.PriceOf(sample.Symbol, sample.Day)).ShouldBe(Known);
    }

    [Fact]
    public async Task There_are_prices_on_weekdays_only()
    {
        var prices = await new OfflinePriceProvider().GetAsync("ACME", Monday, Monday.AddDays(13), TestContext.Current.CancellationToken);

        prices.Count.ShouldBe(10);
        prices.ShouldAllBe(price => price.Date.DayOfWeek != DayOfWeek.Saturday && price.Date.DayOfWeek != DayOfWeek.Sunday);
    }

    [Fact]
    public void Over_thirty_years_every_price_is_above_zero_and_moves_by_little_from_day_to_day()
    {
        foreach (var instrument in OfflineCatalogue.Instruments)
        {
            decimal? before = null;
            for (var day = new DateOnly(2000, 1, 1); day < new DateOnly(2030, 1, 1); day = day.AddDays(1))
            {
                var price = OfflinePriceProvider.PriceOf(instrument.Symbol, day);
                price.ShouldBeGreaterThan(1);
                if (before is { } last)
                    (Math.Abs(price - last) / last).ShouldBeLessThan(0.1m, $"{instrument.Symbol} on {day:O}");
                before = price;
            }
        }
    }

    [Fact]
    public void Symbols_are_unique_and_ACME_is_among_them_in_euros()
    {
        OfflineCatalogue.Instruments.Select(instrument => instrument.Symbol).ShouldBeUnique();
        OfflineCatalogue.Instruments.Single(instrument => instrument.Symbol == "ACME").Currency.ShouldBe("EUR");
    }
}
