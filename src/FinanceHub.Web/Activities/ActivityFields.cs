namespace FinanceHub.Web.Activities;

/// <summary>What a type of activity has beside date, currency and note.</summary>
[Flags]
public enum ActivityFields
{
    None = 0,
    Symbol = 1,
    Quantity = 2,
    UnitPrice = 4,
    Fee = 8,
    Amount = 16,
    Tax = 32,
    Ratio = 64,
    Account = 128,
    ToAccount = 256,
    Exchange = 512,
}
