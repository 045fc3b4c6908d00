namespace FinanceHub.Delivery.Platforms;

/// <summary>One running thing of an environment, a host of a release or the gateway, as it was found. What can be done with it is asked of its platform.</summary>
internal interface IInstance
{
    /// <summary>api, web, worker or gateway.</summary>
    string Service { get; }

    /// <summary>Equal for the hosts that were started together.</summary>
    string Group { get; }

    /// <summary>The release that it was started from; null if the command that was about to start it was killed before it could say.</summary>
    string? ReleaseId { get; }

    /// <summary>Where this machine reaches it: a host's own address, the gateway's administration; null if that is unknown.</summary>
    Uri? Address { get; }

    /// <summary>The settings that it was started with; null if they are unknown.</summary>
    IReadOnlyDictionary<string, string>? Settings { get; }

    /// <summary>Whether the platform keeps it running.</summary>
    bool IsAlive { get; }

    /// <summary>Whether its program runs and has been ready; one that crashes again and again is alive too.</summary>
    bool IsRunning { get; }
}
