namespace FinanceHub.Web.Api;

/// <content>Who the user is.</content>
internal sealed partial class ApiClient
{
    public Task<ApiProblem?> RegisterAsync(Credentials credentials) =>
        RefusalOf(Call(HttpMethod.Post, "auth/register", credentials, ApiJson.Default.Credentials) with { Anonymous = true });

    public Task<ApiResult<TokenAnswer>> SignInAsync(Credentials credentials) =>
        SendAsync(Call(HttpMethod.Post, "auth/sign-in", credentials, ApiJson.Default.Credentials) with { Anonymous = true }, ApiJson.Default.TokenAnswer);

    /// <summary>A new access token for what the session keeps beside the old one.</summary>
    public Task<ApiResult<TokenAnswer>> RefreshAsync(string refreshToken) =>
        SendAsync(Call(HttpMethod.Post, "auth/refresh", new Refresh(refreshToken), ApiJson.Default.Refresh) with { Anonymous = true }, ApiJson.Default.TokenAnswer);

    /// <summary>Revokes every token of the user, here and elsewhere.</summary>
    public Task<ApiProblem?> SignOutAsync() => RefusalOf(new(HttpMethod.Post, "auth/sign-out"));

    public Task<ApiProblem?> ChangePasswordAsync(PasswordChange change) =>
        RefusalOf(Call(HttpMethod.Post, "auth/change-password", change, ApiJson.Default.PasswordChange));

    public Task<ApiProblem?> DeleteAccountAsync() => RefusalOf(new(HttpMethod.Delete, "auth/account"));
}
