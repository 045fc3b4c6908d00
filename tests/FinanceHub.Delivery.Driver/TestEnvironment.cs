using FinanceHub.Delivery.Environments;

namespace FinanceHub.Delivery.Driver;

/// <summary>An environment with patience measured for tests.</summary>
internal static class TestEnvironment
{
    // A canary has every step that there is, however short.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    public static DeliveryEnvironment Create(int port) => new()
    {
        Name = "local",
        Platform = PlatformKind.Process,
        Port = port,
        Confirm = ConfirmationPolicy.Never,
        Strategy = new DeliveryStrategy { Steps = [new CanaryStep(10, Moment), new CanaryStep(50, Moment)], Bake = new BakeLimits { Duration = TimeSpan.Zero } },
        Limits = new EnvironmentLimits
        {
            ReadyTimeout = TimeSpan.FromSeconds(20),
            DrainTimeout = TimeSpan.FromSeconds(5),
            StopTimeout = TimeSpan.FromSeconds(10),
            SmokeTimeout = TimeSpan.FromSeconds(10),
        },
    };
}
