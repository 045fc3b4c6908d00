namespace FinanceHub.Hosts.Tests.Api;

internal static class Inputs
{
    public static PurchaseInput Purchase { get; } = new("2026-01-05", "BUY", "ACME", 10, 100, "EUR", 1);
}

#pragma warning disable IDE1006, SA1300 // Named as the JSON is.
internal sealed record PurchaseInput(string date, string type, string symbol, decimal quantity, decimal unitPrice, string currency, decimal fee);
#pragma warning restore IDE1006, SA1300
