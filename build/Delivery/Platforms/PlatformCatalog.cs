using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Processes;

namespace FinanceHub.Delivery.Platforms;

/// <summary>The platforms that there are.</summary>
internal static class PlatformCatalog
{
    /// <summary>The platform of an environment; nothing is read or started yet.</summary>
    public static IPlatform Create(DeliveryEnvironment environment, StateDirectory state, TimeProvider clock) => environment.Platform switch
    {
        PlatformKind.Process => new ProcessPlatform(state, environment.Limits, clock),
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment.Platform, "There is no such platform."),
    };
}
