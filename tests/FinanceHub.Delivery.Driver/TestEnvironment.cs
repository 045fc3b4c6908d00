using FinanceHub.Delivery.Environments;

namespace FinanceHub.Delivery.Driver;

/// <summary>An environment with patience measured for tests.</summary>
internal static class TestEnvironment
{
    public static DeliveryEnvironment Create(int port) => new()
    {
        Name = "local",
        Platform = PlatformKind.Process,
        Port = port,
        Confirm = ConfirmationPolicy.Never,
        Strategy = new DeliveryStrategy { Bake = new BakeLimits { Duration = TimeSpan.Zero } },
        Limits = new EnvironmentLimits
        {
            ReadyTimeout = TimeSpan.FromSeconds(20),
            DrainTimeout = TimeSpan.FromSeconds(5),
            StopTimeout = TimeSpan.FromSeconds(10),
            SmokeTimeout = TimeSpan.FromSeconds(10),
        },
    };
}
