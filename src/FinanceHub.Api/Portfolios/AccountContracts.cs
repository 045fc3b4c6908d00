using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Portfolios;

internal sealed record AccountRequest(string? Name)
{
    /// <summary>The name; of no use if there are faults.</summary>
    public string Read(FieldFaults faults)
    {
        var name = Name?.Trim();
        if (!AccountName.IsValid(name))
            faults.Add("name", $"Expected a name of 1 to {AccountName.Longest} characters, all of them printable.");
        return name ?? "";
    }
}

internal sealed record AccountResponse(Guid Id, string Name, long Revision, int Activities, IReadOnlyList<AccountCashResponse> Cash, Figure Value)
{
    public static AccountResponse Of(AccountSummary summary) => new(
        summary.Account.Id,
        summary.Account.Name,
        summary.Account.Revision,
        summary.Activities,
        [.. summary.Cash.Select(pair => new AccountCashResponse(pair.Key, pair.Value))],
        summary.Value);
}

internal sealed record AccountCashResponse(string Currency, decimal Balance);
