using System.Globalization;
using System.Net;
using FinanceHub.ServiceDefaults;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace FinanceHub.Gateway.Listening;

/// <summary>Where the gateway listens: on the socket that a supervisor hands over or on <c>--urls</c>, and on the admin port.</summary>
internal static class PublicEndpoint
{
    internal const string ListenVariable = "FINANCEHUB_LISTEN_FD";

    // The supervisor's queue must not shrink when the gateway listens on its socket.
    private const int Backlog = 4096;

    internal static void AddListening(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DrainState>();
        builder.Services.AddSingleton<ClosableListenerFactory>();
        builder.Services.AddSingleton<IConnectionListenerFactory>(services => services.GetRequiredService<ClosableListenerFactory>());
        builder.Services.AddHostedService<OrderlyDrain>();
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.Backlog = Backlog);
        var (urls, descriptor) = (builder.Configuration["urls"], builder.Configuration[ListenVariable]);
        // Bound explicitly below; left in place, Kestrel would warn that it is overridden.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, null);
        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            // The services behind know what they accept.
            kestrel.Limits.MaxRequestBodySize = null;
            Bind(kestrel, urls, descriptor);
            kestrel.Listen(IPAddress.Loopback, kestrel.ApplicationServices.GetRequiredService<IOptions<GatewayOptions>>().Value.AdminPort);
        });
    }

    private static void Bind(KestrelServerOptions kestrel, string? urls, string? descriptor)
    {
        var state = kestrel.ApplicationServices.GetRequiredService<DrainState>();
        if (descriptor is { Length: > 0 })
        {
            if (!ulong.TryParse(descriptor, CultureInfo.InvariantCulture, out var handle))
                throw new ConfigurationException($"{ListenVariable} is '{descriptor}', expected the number of a descriptor: let the supervisor set it.");
            kestrel.ListenHandle(handle, Public);
            return;
        }

        foreach (var address in ParseUrls(urls))
            kestrel.Listen(address, Public);

        void Public(ListenOptions endpoint) => endpoint.Use(next => connection => state.CountAsync(connection, next));
    }

    private static IEnumerable<IPEndPoint> ParseUrls(string? urls)
    {
        foreach (var url in (urls ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("http://127.0.0.1:8080"))
        {
            var address = BindingAddress.Parse(url);
            if (address.Scheme != Uri.UriSchemeHttp)
                throw new ConfigurationException($"--urls has '{url}', expected an http address such as http://127.0.0.1:8080.");
            if (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
                yield return new IPEndPoint(IPAddress.Loopback, address.Port);
            else
                yield return new IPEndPoint(IPAddress.TryParse(address.Host, out var ip) ? ip : IPAddress.IPv6Any, address.Port);
        }
    }
}
