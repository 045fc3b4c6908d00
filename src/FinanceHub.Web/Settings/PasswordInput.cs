using FinanceHub.Web.Api;

namespace FinanceHub.Web.Settings;

/// <summary>What the form for another password sends.</summary>
internal sealed class PasswordInput
{
    public string? CurrentPassword { get; set; }

    public string? NewPassword { get; set; }

    public PasswordChange ToChange() => new(CurrentPassword, NewPassword);
}
