using FinanceHub.Data;
using FinanceHub.Data.Users;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;

namespace FinanceHub.Api.Auth;

internal static class AuthServices
{
    /// <summary>A working day. A token can be long-lived because every request checks that it has not been revoked.</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(8);

    public static void AddAuth(this IServiceCollection services)
    {
        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme)
            .AddBearerToken(options => options.BearerTokenExpiration = TokenLifetime);
        services.AddAuthorization();
        services.AddIdentityCore<User>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Length is what counts; rules about kinds of characters make passwords worse (NIST SP 800-63B).
                options.Password = new PasswordOptions
                {
                    RequiredLength = 10,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddEntityFrameworkStores<FinanceHubDbContext>();
        services.AddScoped<SignInService>().AddScoped<UserChanges>();
    }

    public static void UseAuth(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<RevocationMiddleware>();
        app.UseAuthorization();
    }
}
