namespace FinanceHub.Worker.Prices;

internal static class PriceExtensions
{
    public static void AddPriceRefresh(this IServiceCollection services)
    {
        services.AddSingleton<IPriceProvider, OfflinePriceProvider>();
        services.AddHostedService<PriceRefreshService>();
    }
}
