namespace FinanceHub.Api.Auth;

internal sealed record RefreshRequest(string? RefreshToken)
{
    /// <summary>The token stays out of logs and messages.</summary>
    public override string ToString() => nameof(RefreshRequest);
}

internal sealed record ChangePasswordRequest(string? CurrentPassword, string? NewPassword)
{
    /// <summary>The passwords stay out of logs and messages.</summary>
    public override string ToString() => nameof(ChangePasswordRequest);
}
