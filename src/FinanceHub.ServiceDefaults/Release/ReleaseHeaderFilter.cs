using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.ServiceDefaults;

/// <summary>Says on every response which release gave it.</summary>
/// <remarks>
/// A start-up filter stands outside everything a host adds, so no answer escapes it. An answer that already carries
/// the header was given by a host further in, and the gateway passes it on.
/// </remarks>
internal sealed class ReleaseHeaderFilter(ReleaseIdentity identity) : IStartupFilter
{
    public const string HeaderName = "X-Release-Id";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, inner) =>
        {
            // On starting: an error handler clears the headers that were set before it.
            context.Response.OnStarting(SetHeader, context.Response);
            return inner(context);
        });
        next(app);
    };

    private Task SetHeader(object state)
    {
        ((HttpResponse)state).Headers.TryAdd(HeaderName, identity.ReleaseId);
        return Task.CompletedTask;
    }
}
