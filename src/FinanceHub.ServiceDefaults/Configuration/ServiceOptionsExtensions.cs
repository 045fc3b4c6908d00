using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FinanceHub.ServiceDefaults;

/// <summary>Typed options.</summary>
public static class ServiceOptionsExtensions
{
    /// <summary>Binds <typeparamref name="T"/> to its section and checks it when the host starts.</summary>
    public static IServiceCollection AddServiceOptions<T>(this IServiceCollection services)
        where T : class, IServiceOptions
    {
        services.AddOptions<T>().Configure<IConfiguration>(Bind).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<T>, FaultsValidation<T>>();
    }

    private static void Bind<T>(T options, IConfiguration configuration)
        where T : class, IServiceOptions
    {
        try
        {
            configuration.GetSection(T.Section).Bind(options);
        }
        catch (InvalidOperationException fault)
        {
            // The binder names the setting and the expected type, but neither the setting's value nor a repair.
            throw new ConfigurationException($"The configuration does not bind: {fault.Message.TrimEnd('.')}.", fault);
        }
    }

    private sealed class FaultsValidation<T> : IValidateOptions<T>
        where T : class, IServiceOptions
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
