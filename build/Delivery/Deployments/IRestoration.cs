namespace FinanceHub.Delivery.Deployments;

/// <summary>A way to have a release serve again.</summary>
internal interface IRestoration
{
    /// <summary>Where it serves.</summary>
    Uri Address { get; }

    /// <summary>How long the gateway took for the switch; zero if there was none.</summary>
    TimeSpan SwitchDuration { get; }

    /// <summary>From the command until the release was confirmed at the public address.</summary>
    TimeSpan ConfirmedAfter { get; }

    /// <exception cref="DeliveryFailure">It did not work, or was interrupted.</exception>
    Task RunAsync(CancellationToken cancellation);
}
