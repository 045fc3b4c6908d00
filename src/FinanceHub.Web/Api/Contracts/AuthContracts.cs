namespace FinanceHub.Web.Api;

internal sealed record Credentials(string? Email, string? Password)
{
    /// <summary>The password stays out of logs and messages.</summary>
    public override string ToString() => $"{nameof(Credentials)} {{ Email = {Email} }}";
}

/// <summary>A bearer token.</summary>
/// <param name="AccessToken">Opaque.</param>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="RefreshToken">Opaque; gets the next access token.</param>
internal sealed record TokenAnswer(string AccessToken, long ExpiresIn, string? RefreshToken)
{
    /// <summary>The tokens stay out of logs and messages.</summary>
    public override string ToString() => nameof(TokenAnswer);
}

internal sealed record Refresh(string RefreshToken)
{
    /// <summary>The token stays out of logs and messages.</summary>
    public override string ToString() => nameof(Refresh);
}

internal sealed record PasswordChange(string? CurrentPassword, string? NewPassword)
{
    /// <summary>The passwords stay out of logs and messages.</summary>
    public override string ToString() => nameof(PasswordChange);
}
