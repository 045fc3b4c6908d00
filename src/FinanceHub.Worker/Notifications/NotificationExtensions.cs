using FinanceHub.ServiceDefaults;
using FinanceHub.Worker.Jobs;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Notifications;

internal static class NotificationExtensions
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddServiceOptions<NotificationOptions>();
        services.AddScoped<InAppChannel>();
        services.AddHttpClient<WebhookChannel>((provider, http) => http.Timeout = provider.GetRequiredService<IOptions<NotificationOptions>>().Value.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddScoped<INotificationChannel>(provider => provider.GetRequiredService<InAppChannel>());
        services.AddScoped<INotificationChannel>(provider => provider.GetRequiredService<WebhookChannel>());
        services.AddDispatch<InAppChannel>("in-app");
        services.AddDispatch<WebhookChannel>("webhook");
    }

    /// <summary>A job for each channel, so that one that hangs holds up no other.</summary>
    public static void AddDispatch<T>(this IServiceCollection services, string subject)
        where T : INotificationChannel
    {
        var factory = ActivatorUtilities.CreateFactory<DispatchJob>([typeof(INotificationChannel)]);
        services.AddSingleton(new JobDefinition(
            DispatchJob.Kind, subject, options => options.OutboxInterval, TimeSpan.FromSeconds(5), provider => factory(provider, [provider.GetRequiredService<T>()])));
    }
}
