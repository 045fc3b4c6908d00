using CsCheck;
using FinanceHub.Domain.Currencies;

namespace FinanceHub.Domain.Tests.Currencies;

public sealed class CurrencyTests
{
    private static readonly ExchangeRates Rates = new("EUR", new Dictionary<string, decimal> { ["USD"] = 1.25m, ["GBP"] = 0.8m, ["ZAR"] = 20 });

    private static readonly Gen<decimal> Amount = Gen.Int[-1_000_000, 1_000_000].Select(value => value / 100m);

    private static readonly Gen<decimal> Rate = Gen.Int[1, 1_000_000].Select(value => value / 10_000m);

    [Theory]
    [InlineData("USD", "USD", 100)]
    [InlineData("EUR", "USD", 125)]
    [InlineData("USD", "EUR", 80)]
    [InlineData("USD", "GBP", 64)]
    [InlineData("GBp", "GBP", 1)]
    [InlineData("GBP", "GBp", 10_000)]
    [InlineData("GBX", "EUR", 1.25)]
    [InlineData("EUR", "ZAc", 200_000)]
    [InlineData("GBp", "ZAc", 2500)]
    public void A_hundred_units_are_converted_directly_by_way_of_the_base_and_in_minor_units(string from, string to, decimal expected) =>
        Rates.Convert(100, from, to).Value.ShouldBe(expected);

    [Theory]
    [InlineData("JPY", "EUR")]
    [InlineData("EUR", "JPY")]
    [InlineData("JPY", "USD")]
    public void A_missing_rate_is_unavailable_and_names_the_currency(string from, string to) =>
        Rates.Convert(100, from, to).Reason.ShouldBe("There is no exchange rate for JPY.");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_rate_that_is_not_above_0_is_refused(decimal rate) =>
        Should.Throw<ArgumentException>(() => new ExchangeRates("EUR", new Dictionary<string, decimal> { ["USD"] = rate })).Message.ShouldContain("USD");

    [Fact]
    public void There_and_back_is_what_it_was() => Gen.Select(Amount, Rate, Rate).Sample((amount, one, other) =>
    {
        var rates = new ExchangeRates("EUR", new Dictionary<string, decimal> { ["USD"] = one, ["GBP"] = other });

        rates.Convert(rates.Convert(amount, "USD", "GBP").Value!.Value, "GBP", "USD").Value!.Value.ShouldBe(amount, 1e-12m);
    });

    [Fact]
    public void Price_effect_and_currency_effect_are_the_whole_gain_to_the_last_digit() => Gen.Select(Amount, Rate, Amount, Rate).Sample((before, rateBefore, now, rateNow) =>
        GainSplit.Of(before, rateBefore, now, rateNow).Total.ShouldBe((now * rateNow) - (before * rateBefore)));

    [Fact]
    public void A_price_that_stands_still_has_only_a_currency_effect_and_the_other_way_round()
    {
        GainSplit.Of(1000, 0.9m, 1000, 1.0m).ShouldBe(new GainSplit(0, 100));
        GainSplit.Of(1000, 0.9m, 1100, 0.9m).ShouldBe(new GainSplit(90, 0));
    }
}
