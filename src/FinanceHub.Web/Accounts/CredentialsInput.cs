using FinanceHub.Web.Api;

namespace FinanceHub.Web.Accounts;

/// <summary>What the forms for signing up and in send.</summary>
internal sealed class CredentialsInput
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public Credentials ToCredentials() => new(Email, Password);
}
