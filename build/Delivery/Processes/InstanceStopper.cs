using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Processes;

/// <summary>Ends instances and puts their directories away.</summary>
internal sealed class InstanceStopper(StateDirectory state, EnvironmentLimits limits)
{
    private const int DiagnosticsKept = 5;

    /// <summary>From the outside in: who calls is gone before who is called.</summary>
    private static readonly string[][] Order = [[ServiceNames.Gateway], [ServiceNames.Web], [ServiceNames.Api, ServiceNames.Worker]];

    /// <summary>Ends the instances in order and removes their directories.</summary>
    public async Task StopAsync(IReadOnlyCollection<Instance> instances)
    {
        await EndAsync(instances);
        foreach (var instance in instances)
        {
            Directory.Delete(instance.Supervised.Directory, recursive: true);
        }
    }

    /// <summary>Ends the instances of a release that failed, and keeps their logs.</summary>
    /// <returns>Where the logs are; null if there was no instance.</returns>
    public async Task<string?> StopFailedAsync(IReadOnlyCollection<Instance> instances, string operation)
    {
        await EndAsync(instances);
        if (instances.Count == 0)
        {
            return null;
        }

        var target = Path.Combine(state.Diagnostics, operation);
        Directory.CreateDirectory(target);
        foreach (var instance in instances)
        {
            Directory.Move(instance.Supervised.Directory, Path.Combine(target, instance.Name.Service));
        }

        foreach (var old in Directory.EnumerateDirectories(state.Diagnostics).OrderDescending(StringComparer.Ordinal).Skip(DiagnosticsKept))
        {
            Directory.Delete(old, recursive: true);
        }

        return target;
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
