namespace FinanceHub.Delivery.Releases;

/// <summary>The services of a release, by the names of their directories.</summary>
public static class ServiceNames
{
    /// <summary>The HTTP API.</summary>
    public const string Api = "api";

    /// <summary>The pages.</summary>
    public const string Web = "web";

    /// <summary>Background work.</summary>
    public const string Worker = "worker";

    /// <summary>The only one that the public talks to.</summary>
    public const string Gateway = "gateway";

    /// <summary>The migrator; runs and ends.</summary>
    public const string Database = "database";

    /// <summary>Keeps an instance running; one process an instance.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>What a complete release holds.</summary>
    public static IReadOnlyList<string> All { get; } = [Api, Web, Worker, Gateway, Database, Supervisor];

    /// <summary>What is started anew for every release, beside the old one's.</summary>
    public static IReadOnlyList<string> Hosts { get; } = [Api, Web, Worker];

    /// <summary>What runs, in the order that reports show.</summary>
    public static IReadOnlyList<string> Running { get; } = [Gateway, Api, Web, Worker];
}
