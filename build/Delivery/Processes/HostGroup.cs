using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Secrets;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>The hosts of one release that were started together: api, web and worker.</summary>
internal sealed class HostGroup(StateDirectory state, EnvironmentLimits limits, string group)
{
    /// <summary>Starts all hosts that do not run yet at the same time, on ports that <paramref name="free"/> keeps for them until they listen.</summary>
    public async Task<IReadOnlyList<Instance>> StartAsync(ReleaseBundle release, IReadOnlyList<HostSecret> secrets, PortAllocator free)
    {
        var catalog = new InstanceCatalog(state);
        var taken = catalog.Read().Select(instance => instance.Address?.Port ?? 0).ToHashSet();
        var ports = free.Take(3, taken);
        var running = Read().ToDictionary(instance => instance.Name.Service, StringComparer.Ordinal);
        var specs = new InstanceSpecs(release, state, limits).Hosts(ports[0], ports[1], ports[2]).Where(spec => !running.ContainsKey(spec.Service));
        var started = await Task.WhenAll(specs.Select(async spec =>
        {
            var name = new InstanceName(spec.Service, group);
            var own = secrets.Where(secret => secret.Service == spec.Service).ToList();
            var withReferences = spec with { Secrets = own.Count == 0 ? null : own.ToDictionary(secret => secret.Setting, secret => secret.Reference.ToString(), StringComparer.Ordinal) };
            await SupervisorFaults.TranslateAsync(state, () => new SupervisedInstance(catalog.PathOf(name)).StartAsync(
                withReferences, DotNetHost.Path, release.EntryOf(ServiceNames.Supervisor), CancellationToken.None, own.ToDictionary(secret => secret.Setting, secret => secret.Value.Reveal(), StringComparer.Ordinal)));
            new SecretSeal(catalog.PathOf(name)).Write(own);
            return new Instance(name, catalog.PathOf(name));
        }));
        return [.. running.Values, .. started];
    }

    /// <summary>What of the group is there now, half-started instances included.</summary>
    public IReadOnlyList<Instance> Read() => [.. new InstanceCatalog(state).Read().Where(instance => instance.Name.Group == group)];
}
