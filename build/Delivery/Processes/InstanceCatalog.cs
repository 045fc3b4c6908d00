using FinanceHub.Delivery.Environments;

namespace FinanceHub.Delivery.Processes;

/// <summary>The instances of an environment.</summary>
internal sealed class InstanceCatalog(StateDirectory state)
{
    /// <summary>All instance directories, sorted by name.</summary>
    public IReadOnlyList<Instance> Read() => Directory.Exists(state.Instances)
        ? [.. from directory in Directory.EnumerateDirectories(state.Instances).Order(StringComparer.Ordinal)
              let name = InstanceName.Parse(directory)
              where name is not null
              select new Instance(name.Value, directory)]
        : [];

    /// <summary>The directory for an instance.</summary>
    public string PathOf(InstanceName name) => Path.Combine(state.Instances, name.ToString());
}
