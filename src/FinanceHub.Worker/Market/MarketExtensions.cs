using FinanceHub.Data.Prices.Offline;
using FinanceHub.Data.Prices.Providers;
using FinanceHub.ServiceDefaults;
using FinanceHub.Worker.Configuration;
using FinanceHub.Worker.Jobs;
using FinanceHub.Worker.Notifications;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Market;

internal static class MarketExtensions
{
    private const int Repetitions = 3;

    /// <summary>So many requests that fail with all their repetitions say that the provider is down. The library's own limit, 100 attempts within half a minute, is never reached by jobs that ask one by one.</summary>
    private const int RequestsToBreak = 2;

    /// <summary>Far more than years of daily prices, and far less than the memory.</summary>
    private const int LongestAnswer = 16 * 1024 * 1024;

    public static void AddMarket(this IServiceCollection services)
    {
        services.AddServiceOptions<MarketOptions>();
        services.AddHttpClient<MarketDataClient>(Configure)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddStandardResilienceHandler().Configure(Configure);
        services.AddTransient<HttpPriceProvider>().AddTransient<HttpExchangeRateProvider>();
        services.AddTransient<IPriceProvider>(provider => IsHttp(provider) ? provider.GetRequiredService<HttpPriceProvider>() : new OfflinePriceProvider());
        services.AddTransient<IExchangeRateProvider>(provider => IsHttp(provider) ? provider.GetRequiredService<HttpExchangeRateProvider>() : new OfflineExchangeRateProvider());
        services.AddSingleton<AskedDays>();
        services.AddJob<PriceRefreshJob>(PriceRefreshJob.Kind, options => options.PriceRefreshInterval);
        services.AddJob<ExchangeRateRefreshJob>(ExchangeRateRefreshJob.Kind, options => options.ExchangeRateRefreshInterval);
        // Not one of those through which alerts are told.
        services.AddScoped<WantedRatesChannel>();
        services.AddDispatch<WantedRatesChannel>("exchange-rates");
    }

    private static bool IsHttp(IServiceProvider services) => services.GetRequiredService<IOptions<MarketOptions>>().Value.IsHttp;

    private static void Configure(IServiceProvider services, HttpClient http)
    {
        var options = services.GetRequiredService<IOptions<MarketOptions>>().Value;
        http.BaseAddress = new Uri(options.BaseUrl!.TrimEnd('/') + "/");
        http.MaxResponseContentBufferSize = LongestAnswer;
        // The handler below limits the attempts and all of them together.
        http.Timeout = Timeout.InfiniteTimeSpan;
        if (Secret.Of(options.ApiKey) is { } key)
            http.DefaultRequestHeaders.Authorization = new("Bearer", key.Reveal());
    }

    private static void Configure(HttpStandardResilienceOptions resilience, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<MarketOptions>>().Value;
        resilience.AttemptTimeout.Timeout = options.Timeout;
        resilience.TotalRequestTimeout.Timeout = (options.Timeout * (Repetitions + 1)) + (options.RetryDelay * (1 << Repetitions));
        resilience.Retry.MaxRetryAttempts = Repetitions;
        resilience.Retry.Delay = options.RetryDelay;
        resilience.CircuitBreaker.MinimumThroughput = RequestsToBreak * (Repetitions + 1);
        resilience.CircuitBreaker.FailureRatio = 0.5;
        // Long enough for as many that all wait for their time limits.
        resilience.CircuitBreaker.SamplingDuration = resilience.TotalRequestTimeout.Timeout * RequestsToBreak;
        resilience.CircuitBreaker.BreakDuration = options.Timeout * 3;
    }
}
