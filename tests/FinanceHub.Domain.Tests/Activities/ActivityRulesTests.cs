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
            Make.TransferUnits(10, 5, 20), Make.Cash(ActivityType.ReturnOfCapital, 11, 1),
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
    public void Numbers_however_extreme_are_faults_and_nothing_worse()
    {
        decimal?[] extremes = [decimal.MinValue, -1e20m, -ActivityRules.Largest, -1, null, 0, 1, 1e9m, ActivityRules.Largest, 1e20m, decimal.MaxValue];
        foreach (var type in Enum.GetValues<ActivityType>())
        {
            foreach (var (quantity, price) in extremes.SelectMany(one => extremes.Select(other => (one, other))))
            {
                var extreme = Make.Buy(1, 1, 1) with { Type = type, Quantity = quantity, UnitPrice = price, Amount = quantity, Fee = price ?? 0, Tax = quantity ?? 0 };
                var faults = ActivityRules.Check(extreme, Today).Select(fault => fault.Field).ToList();
                if (type == ActivityType.Buy && quantity is null or <= 0 or > ActivityRules.Largest)
                    faults.ShouldContain("quantity", extreme.ToString());
                if (type == ActivityType.Buy && price is null or < 0 or > ActivityRules.Largest)
                    faults.ShouldContain("unitPrice", extreme.ToString());
            }
        }
    }

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

    [Fact]
    public void A_transfer_has_four_forms()
    {
        Activity[] all =
        [
            Make.TransferUnits(1, 5, 20) with { Account = "Depot" },
            Make.TransferUnits(2, -5),
            Make.TransferUnits(3, 5) with { Account = "Depot", ToAccount = "Other" },
            Make.TransferCash(4, -10) with { Account = "Depot" },
            Make.TransferCash(5, 10) with { ToAccount = "Other" },
        ];

        foreach (var activity in all)
            ActivityRules.Check(activity, Today).ShouldBeEmpty(activity.ToString());
    }

    [Theory]
    [InlineData("in without a price", "unitPrice")]
    [InlineData("out with a price", "unitPrice")]
    [InlineData("within with a price", "unitPrice")]
    [InlineData("within backwards", "quantity")]
    [InlineData("to where it is", "toAccount")]
    [InlineData("nothing", "amount")]
    [InlineData("both", "amount")]
    [InlineData("with a fee", "fee")]
    public void A_transfer_that_says_too_much_or_too_little_is_a_fault_of_the_field(string kind, string field)
    {
        var faulty = kind switch
        {
            "in without a price" => Make.TransferUnits(1, 5),
            "out with a price" => Make.TransferUnits(1, -5, 20),
            "within with a price" => Make.TransferUnits(1, 5, 20) with { ToAccount = "Other" },
            "within backwards" => Make.TransferUnits(1, -5) with { ToAccount = "Other" },
            "to where it is" => Make.TransferUnits(1, 5) with { Account = "Depot", ToAccount = "Depot" },
            "nothing" => Make.TransferCash(1, 0),
            "both" => Make.TransferUnits(1, 5, 20) with { Amount = 1 },
            _ => Make.TransferUnits(1, 5, 20) with { Fee = 1 },
        };

        ActivityRules.Check(faulty, Today).ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" Depot")]
    [InlineData("De\npot")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void An_account_has_a_name_that_can_be_read(string name) =>
        ActivityRules.Check(Make.Buy(1, 1, 1) with { Account = name }, Today).ShouldHaveSingleItem().Field.ShouldBe("account");

    [Fact]
    public void A_split_concerns_all_accounts_and_a_trade_goes_to_no_second_one()
    {
        ActivityRules.Check(Make.Split(1, 2, 1) with { Account = "Depot" }, Today).ShouldHaveSingleItem().Field.ShouldBe("account");
        ActivityRules.Check(Make.Buy(1, 1, 1) with { ToAccount = "Depot" }, Today).ShouldHaveSingleItem().Field.ShouldBe("toAccount");
    }

    [Fact]
    public void Minor_units_are_currencies_of_activities_and_a_fee_may_have_its_own_currency()
    {
        ActivityRules.Check(Make.Buy(1, 1, 1, 1) with { Currency = "GBp", FeeCurrency = "EUR" }, Today).ShouldBeEmpty();
        ActivityRules.Check(Make.Buy(1, 1, 1) with { FeeCurrency = "euro" }, Today).ShouldHaveSingleItem().Field.ShouldBe("feeCurrency");
        ActivityRules.Check(Make.Cash(ActivityType.Fee, 1, 1) with { FeeCurrency = "EUR" }, Today).ShouldHaveSingleItem().Field.ShouldBe("feeCurrency");
    }
}
