using FinanceHub.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace FinanceHub.Web.Api;

internal static class ApiClientExtensions
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static void AddApiClient(this IServiceCollection services)
    {
        services.AddServiceOptions<ApiOptions>();
        services.AddHttpContextAccessor();
        services.AddTransient<OriginHandler>();
        services.AddHttpClient<ApiClient>((provider, client) =>
            {
                client.BaseAddress = new Uri(provider.GetRequiredService<IOptions<ApiOptions>>().Value.ApiAddress);
                client.Timeout = Timeout;
            })
            .AddHttpMessageHandler<OriginHandler>()
            // The API is a neighbour: the machine's proxy has no business between the two, and a redirect would be a mistake.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    }
}
