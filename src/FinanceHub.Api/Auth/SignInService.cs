using FinanceHub.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace FinanceHub.Api.Auth;

/// <summary>Checks passwords. An unknown address, a wrong password and a locked account look the same and take the same time.</summary>
internal sealed class SignInService(UserManager<User> users, IPasswordHasher<User> hasher)
{
    private static readonly User Nobody = new();
    private static string? s_hashOfNothing;

    /// <summary>The user; null if the credentials are not right or the account is locked after too many attempts.</summary>
    public async Task<User?> CheckAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null || await users.IsLockedOutAsync(user))
        {
            s_hashOfNothing ??= hasher.HashPassword(Nobody, "");
            _ = hasher.VerifyHashedPassword(Nobody, s_hashOfNothing, password);
            return null;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return null;
        }

        if (user.AccessFailedCount > 0)
            await users.ResetAccessFailedCountAsync(user);
        return user;
    }
}
