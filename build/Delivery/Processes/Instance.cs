using FinanceHub.Delivery.Platforms;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>An instance directory as it is found: what was started there, and what its supervisor says.</summary>
internal sealed class Instance : IInstance
{
    public Instance(InstanceName name, string directory)
    {
        Name = name;
        Supervised = new SupervisedInstance(directory);
        Spec = ReadSpec();
        Address = Spec?.ReadyUrl is { } url ? new Uri(new Uri(url).GetLeftPart(UriPartial.Authority)) : null;
    }

    /// <summary>Service and group.</summary>
    public InstanceName Name { get; }

    /// <summary>The supervisor's client.</summary>
    public SupervisedInstance Supervised { get; }

    /// <summary>What was started; null if the command that was about to start it was killed before it could say.</summary>
    public InstanceSpec? Spec { get; }

    /// <inheritdoc/>
    public string Service => Name.Service;

    /// <inheritdoc/>
    public string Group => Name.Group;

    /// <inheritdoc/>
    public string? ReleaseId => Spec?.ReleaseId;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Settings => Spec is { Secrets: { } secrets } ? Spec.Environment.Concat(secrets).ToDictionary(StringComparer.Ordinal) : Spec?.Environment;

    /// <summary>Where the host answers on this machine: its own address, for the gateway its administration.</summary>
    public Uri? Address { get; }

    /// <summary>Whether the instance is kept running.</summary>
    public bool IsAlive => Supervised.IsAlive;

    /// <summary>Whether its program runs and has been ready; the supervisor of one that crashes again and again lives too.</summary>
    public bool IsRunning => IsAlive && Supervised.ReadStatus() is { State: InstanceState.Running };

    private InstanceSpec? ReadSpec()
    {
        try
        {
            return Supervised.ReadSpec();
        }
        catch (SupervisorException)
        {
            return null; // told by Spec being null: such an instance is a leftover
        }
    }
}
