using System.Globalization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Processes;

/// <summary>Ends instances and puts their directories away.</summary>
internal sealed class InstanceStopper(StateDirectory state, EnvironmentLimits limits)
{
    /// <summary>From the outside in: who calls is gone before who is called.</summary>
    private static readonly string[][] Order = [[ServiceNames.Gateway], [ServiceNames.Web], [ServiceNames.Api, ServiceNames.Worker]];

    /// <summary>
    /// Ends the instances in order and puts their directories away, logs included: whoever rolls back at night wants to read in the
    /// morning what the release wrote that was left.
    /// </summary>
    /// <param name="instances">What to end.</param>
    /// <param name="operation">The command that does it: the name of the directory that keeps them.</param>
    /// <returns>Where the logs are; null if there was no instance.</returns>
    public async Task<string?> StopAsync(IReadOnlyCollection<Instance> instances, string operation)
    {
        await EndAsync(instances);
        if (instances.Count == 0)
        {
            return null;
        }

        var target = DiagnosticsDirectory.Open(state, operation);
        foreach (var instance in instances)
        {
            Directory.Move(instance.Supervised.Directory, FreeName(Path.Combine(target, instance.Name.Service)));
        }

        return target;
    }

    // A command that first removed what a killed one had left stops two instances of a service.
    private static string FreeName(string path)
    {
        var free = path;
        for (var number = 2; Directory.Exists(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{path}-{number}");
        }

        return free;
    }

    private async Task EndAsync(IReadOnlyCollection<Instance> instances)
    {
        // The supervisor kills at its own deadline; killing the supervisor comes after that.
        var timeout = limits.StopTimeout + TimeSpan.FromSeconds(5);
        foreach (var services in Order)
        {
            await Task.WhenAll(instances
                .Where(instance => services.Contains(instance.Name.Service))
                .Select(instance => SupervisorFaults.TranslateAsync(state, () => instance.Supervised.StopAsync(timeout, CancellationToken.None))));
        }
    }
}
