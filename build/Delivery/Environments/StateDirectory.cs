namespace FinanceHub.Delivery.Environments;

/// <summary>Where an environment of the process platform keeps everything that outlives a command.</summary>
public sealed class StateDirectory
{
    /// <summary>Names the directory; nothing is created or read.</summary>
    /// <param name="path">The directory; made absolute.</param>
    public StateDirectory(string path) => Root = Path.GetFullPath(path);

    /// <summary>The directory itself.</summary>
    public string Root { get; }

    /// <summary>One directory a release, named by its id, never changed.</summary>
    public string Releases => Path.Combine(Root, "releases");

    /// <summary>One directory a supervised instance.</summary>
    public string Instances => Path.Combine(Root, "instances");

    /// <summary>What belongs to customers: database, keys, backups.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The embedded database.</summary>
    public string Database => Path.Combine(Data, "financehub.db");

    /// <summary>Keys that protect tokens and cookies; shared by all releases.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>Copies of the database made before migrations.</summary>
    public string Backups => Path.Combine(Data, "backups");

    /// <summary>Instance directories of what the last commands ended, with their logs; one directory a command.</summary>
    public string Diagnostics => Path.Combine(Root, "diagnostics");

    /// <summary>The notes of rollbacks, one page each.</summary>
    public string Incidents => Path.Combine(Root, "incidents");

    /// <summary>What happened, row by row.</summary>
    public string Ledger => Path.Combine(Root, "ledger.jsonl");

    /// <summary>Plans that were printed and may be approved.</summary>
    public string Plans => Path.Combine(Root, "plans");

    /// <summary>Locked for the moment of a write to <see cref="Lease"/> or <see cref="Ledger"/>.</summary>
    public string Lock => Path.Combine(Root, "deploy.lock");

    /// <summary>Who may change the environment.</summary>
    public string Lease => Path.Combine(Root, "deploy.lease");

    /// <summary>Names the hosts that are kept warm for a rollback.</summary>
    public string Standby => Path.Combine(Root, "standby");

    /// <summary>Where the gateway keeps its routes for its next start.</summary>
    public string GatewayRoutes => Path.Combine(Root, "gateway-routes.json");

    /// <summary>The default place: <c>&lt;root&gt;/.state/&lt;environment&gt;</c>.</summary>
    public static StateDirectory For(string rootDirectory, string environmentName) => new(Path.Combine(rootDirectory, ".state", environmentName));
}
