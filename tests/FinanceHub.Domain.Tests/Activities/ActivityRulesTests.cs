using FinanceHub.Domain.Activities;

namespace FinanceHub.Domain.Tests.Activities;

public sealed class ActivityRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void Every_type_has_a_form_without_a_fault()
    {
        Activity[] all =
        [
            Make.Buy(1, 10, 100, 1), Make.Sell(2, 1, 0), Make.Split(3, 2, 1),
            Make.Cash(ActivityType.Dividend, 4, 10, 2), Make.Cash(ActivityType.Interest, 5, 10, 2), Make.Cash(ActivityType.Fee, 6, 1),
            Make.Cash(ActivityType.Tax, 7, 1), Make.Cash(ActivityType.Deposit, 8, 1), Make.Cash(ActivityType.Withdrawal, 9, 1),
        ];

        all.Select(activity => activity.Type).ShouldBe(Enum.GetValues<ActivityType>(), ignoreOrder: true);
        foreach (var activity in all)
            ActivityRules.Check(activity, Today).ShouldBeEmpty(activity.ToString());
    }

    [Theory]
    [InlineData("quantity", "0")]
    [InlineData("quantity", "-1")]
    [InlineData("quantity", "1000000000001")]
    [InlineData("quantity", "0.0000000000001")]
    [InlineData("unitPrice", "-0.01")]
    [InlineData("fee", "-1")]
    [InlineData("tax", "1")]
    public void A_number_out_of_its_range_or_out_of_place_is_a_fault_of_its_field(string field, string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var buy = Make.Buy(1, 10, 100);
        var faulty = field switch
        {
            "quantity" => buy with { Quantity = value },
            "unitPrice" => buy with { UnitPrice = value },
            "fee" => buy with { Fee = value },
            _ => buy with { Tax = value },
        };

        ActivityRules.Check(faulty, Today).ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var faulty = Make.Buy(1, -1, -1, -1) with { Date = Today.AddDays(1), Currency = "euro", Symbol = "a b", Amount = 1, Numerator = 2 };

        ActivityRules.Check(faulty, Today).Select(fault => fault.Field)
            .ShouldBe(["date", "currency", "symbol", "quantity", "unitPrice", "fee", "amount", "numerator"], ignoreOrder: true);
    }

    [Fact]
    public void A_date_before_1900_is_a_fault() =>
        ActivityRules.Check(Make.Buy(1, 1, 1) with { Date = new DateOnly(1899, 12, 31) }, Today).ShouldHaveSingleItem().Field.ShouldBe("date");

    [Fact]
    public void A_trade_may_be_large_but_not_beyond_what_can_be_summed() =>
        ActivityRules.Check(Make.Buy(1, ActivityRules.Largest, ActivityRules.Largest), Today).ShouldHaveSingleItem().Field.ShouldBe("unitPrice");

    [Fact]
    public void More_tax_than_amount_is_a_fault() =>
        ActivityRules.Check(Make.Cash(ActivityType.Dividend, 1, 10, 10.01m), Today).ShouldHaveSingleItem().Field.ShouldBe("tax");

    [Theory]
    [InlineData(2, 2, "numerator")]
    [InlineData(0, 1, "numerator")]
    [InlineData(1, 10_001, "denominator")]
    public void A_split_ratio_is_of_two_different_whole_numbers(int numerator, int denominator, string field) =>
        ActivityRules.Check(Make.Split(1, numerator, denominator), Today).ShouldHaveSingleItem().Field.ShouldBe(field);

    [Fact]
    public void Names_of_types_are_found_in_any_case_and_nothing_else_is()
    {
        foreach (var type in Enum.GetValues<ActivityType>())
            ActivityTypeNames.Find(ActivityTypeNames.Of(type).ToLowerInvariant()).ShouldBe(type);

        ActivityTypeNames.Find("1").ShouldBeNull();
        ActivityTypeNames.Find("BUYS").ShouldBeNull();
        ActivityTypeNames.Find(null).ShouldBeNull();
    }
}
