using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using FinanceHub.ServiceDefaults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FinanceHub.Api.RateLimits;

/// <summary>Limits requests by user, and by client address where there is no user or where passwords are hashed. What operators ask has a limit of its own, which no customers use up.</summary>
internal static class RateLimits
{
    private static readonly PathString Authentication = "/api/v1/auth";
    private static readonly PathString Operations = "/api/v1/system";
    private static readonly PathString Heartbeats = "/api/v1/system/workers";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddServiceOptions<RateLimitOptions>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>>(provider => new ConfigureOptions<RateLimiterOptions>(limiter =>
        {
            var limits = provider.GetRequiredService<IOptions<RateLimitOptions>>().Value;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SetRetryAfter;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, limits));
        }));
    }

    /// <summary>Whether a request costs something: all but the health checks and the like.</summary>
    public static bool IsLimited(PathString path) => path.StartsWithSegments("/api/v1");

    /// <summary>To be called before anything costs something.</summary>
    public static void UseOverloadGuard(this WebApplication app) => app.UseMiddleware<OverloadGuard>();

    /// <summary>To be called when it is known who is signed in.</summary>
    public static void UseRateLimits(this WebApplication app) => app.UseRateLimiter();

    /// <summary>Believes a gateway or a web host on this machine which client it speaks for.</summary>
    public static void UseClientAddress(this WebApplication app) =>
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });

    private static RateLimitPartition<string> PartitionOf(HttpContext context, RateLimitOptions limits)
    {
        var path = context.Request.Path;
        // Whoever replaces a release waits for the heartbeats, and must not have them refused in the middle of it. They are few rows for everybody, and the overload guard is before them.
        if (!IsLimited(path) || path.StartsWithSegments(Heartbeats))
            return RateLimitPartition.GetNoLimiter("");
        if (path.StartsWithSegments(Operations))
            return Bucket($"operator {context.Connection.RemoteIpAddress}", limits.AddressPerSecond, limits.AddressBurst);
        var user = path.StartsWithSegments(Authentication) ? null : context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        return user is null
            ? Bucket($"address {context.Connection.RemoteIpAddress}", limits.AddressPerSecond, limits.AddressBurst)
            : Bucket($"user {user}", limits.UserPerSecond, limits.UserBurst);
    }

    private static RateLimitPartition<string> Bucket(string key, int perSecond, int burst) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    // The body is the problem document that every empty error answer gets.
    private static ValueTask SetRetryAfter(OnRejectedContext rejection, CancellationToken cancellation)
    {
        var wait = rejection.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        rejection.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
