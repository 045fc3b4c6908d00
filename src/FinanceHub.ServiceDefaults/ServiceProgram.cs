using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FinanceHub.ServiceDefaults;

/// <summary>Runs a host to its end.</summary>
public static class ServiceProgram
{
    /// <summary>The exit code of a host whose configuration keeps it from starting (EX_CONFIG of sysexits).</summary>
    public const int ConfigurationFault = 78;

    /// <summary>Builds the host and runs it until it is told to stop.</summary>
    /// <param name="build">Makes the host, ready to run.</param>
    /// <returns>0 after an orderly stop; <see cref="ConfigurationFault"/> after one line on standard error that says what to repair.</returns>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        try
        {
            await using var app = build();
            // Before the host does it itself, which would log what a user can cause as a failure with its stack.
            app.Services.GetService<IStartupValidator>()?.Validate();
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (Describe(fault) is { } message)
        {
            await Console.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
            return ConfigurationFault;
        }
    }

    private static string? Describe(Exception fault) => fault switch
    {
        ConfigurationException => fault.Message,
        OptionsValidationException validation => string.Join(" ", validation.Failures),
        // A host that validates several options reports them together.
        AggregateException several when several.InnerExceptions.All(inner => Describe(inner) is not null) =>
            string.Join(" ", several.InnerExceptions.Select(Describe)),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{fault.Message.TrimEnd('.')}: give another address with --urls.",
        _ => null,
    };
}
