namespace FinanceHub.Delivery.Platforms;

/// <summary>The settings of hosts that the platform sets itself, by their names as environment variables; no environment file can set them.</summary>
internal static class PlatformSettings
{
    public const string DatabaseProvider = "Database__Provider";

    public const string ConnectionString = "ConnectionStrings__FinanceHub";

    public const string KeyDirectory = "DataProtection__KeyDirectory";

    public const string ApiAddress = "FinanceHub__ApiAddress";

    public const string HeartbeatInterval = "Worker__HeartbeatInterval";

    public const string GatewayAdminPort = "Gateway__AdminPort";

    public const string GatewayRoutesFile = "Gateway__RoutesFile";

    /// <summary>Whether the platform sets it. Hosts read names without regard to case.</summary>
    public static bool Contains(string name) => All.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] All = [DatabaseProvider, ConnectionString, KeyDirectory, ApiAddress, HeartbeatInterval, GatewayAdminPort, GatewayRoutesFile];
}
