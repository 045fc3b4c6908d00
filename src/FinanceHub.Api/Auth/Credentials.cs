namespace FinanceHub.Api.Auth;

/// <summary>Who signs up or in.</summary>
internal sealed record Credentials(string? Email, string? Password)
{
    /// <summary>The password stays out of logs and messages.</summary>
    public override string ToString() => $"{nameof(Credentials)} {{ Email = {Email} }}";
}

internal sealed record RegisteredUser(Guid Id, string Email);
