using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FinanceHub.Gateway.Routing;

/// <summary>
/// Which of a hundred equal parts of the clients a request belongs to, so that each client stays on one release while two share the
/// traffic: a page and its assets, an application and its API. A browser keeps its part in a cookie, an API client has that of its
/// credentials; a request with neither is a client of its own.
/// </summary>
internal sealed class ClientBucket(HttpContext context)
{
    internal const int Count = 100;

    internal const string CookieName = "release-bucket";

    private int? _value;

    /// <summary>0 to 99. Asked for only while releases share the traffic; only then a browser gets the cookie.</summary>
    internal int Value => _value ??= Find();

    private int Find()
    {
        if (context.Request.Cookies.TryGetValue(CookieName, out var kept)
            && int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var bucket) && bucket < Count)
            return bucket;
        var credentials = context.Request.Headers.Authorization.ToString();
        // Equal in every gateway and after every restart, unlike string.GetHashCode.
        if (credentials.Length > 0)
            return (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(credentials))) % Count);
        var chosen = Random.Shared.Next(Count);
        context.Response.OnStarting(Keep, chosen);
        return chosen;
    }

    private Task Keep(object chosen)
    {
        context.Response.Cookies.Append(CookieName, ((int)chosen).ToString(CultureInfo.InvariantCulture), new CookieOptions
        {
            // Until the browser is closed: longer than a release is introduced, and no trace of the client beyond that.
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        return Task.CompletedTask;
    }
}
