using System.Text.Json;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>Lays out releases whose hosts are stubs with switchable faults, and whose gateway and supervisor are the real ones.</summary>
internal sealed record StubRelease
{
    /// <summary>40 digits, as of a commit.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>One more than releases know by default.</summary>
    public static readonly string[] TwoMigrations = ["0001_First", "0002_Second"];

    public required string Version { get; init; }

    /// <summary>Faults of the API host, as the stub's options name them.</summary>
    public object? Api { get; init; }

    public object? Web { get; init; }

    public object? Worker { get; init; }

    /// <summary>What the database stub knows and which faults it has.</summary>
    public object? Database { get; init; }

    /// <summary>Makes the gateway's files differ from other releases'.</summary>
    public string? GatewayMark { get; init; }

    /// <summary>Puts a program into the gateway's place that ends at once.</summary>
    public bool GatewayIsBroken { get; init; }

    /// <summary>As of a working tree with uncommitted changes.</summary>
    public bool Dirty { get; init; }

    /// <summary>The page of the CI run that it says it was built in.</summary>
    public string? RunUrl { get; init; }

    /// <summary>As the builds before bills of materials sealed it.</summary>
    public bool FirstFormat { get; init; }

    /// <summary>What it says that it was built of.</summary>
    public BuildOrigin Origin => new()
    {
        Version = Version,
        Commit = Commit,
        CommittedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        Dirty = Dirty,
        Sdk = "10.0.100",
        Repository = RunUrl is null ? null : "https://ci.example/team/product",
        RunUrl = RunUrl,
    };

    /// <summary>Seals the release under <paramref name="directory"/>.</summary>
    public async Task<ReleaseBundle> SealAsync(string directory)
    {
        var staging = Path.Combine(directory, $".staging-{Guid.NewGuid():N}");
        Host(staging, ServiceNames.Api, Api);
        Host(staging, ServiceNames.Web, Web);
        Host(staging, ServiceNames.Worker, Worker);
        if (GatewayIsBroken)
        {
            Host(staging, ServiceNames.Gateway, new { CrashAtStart = true });
        }
        else
        {
            ProgramFiles.Publish("FinanceHub.Gateway", Path.Combine(staging, ServiceNames.Gateway));
        }

        ProgramFiles.Publish("FinanceHub.Supervisor", Path.Combine(staging, ServiceNames.Supervisor));
        ProgramFiles.Publish("FinanceHub.Delivery.StubDatabase", Path.Combine(staging, ServiceNames.Database));
        await File.WriteAllTextAsync(Path.Combine(staging, ServiceNames.Database, "stub.json"), JsonSerializer.Serialize(Database ?? new { }));
        if (GatewayMark is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(staging, ServiceNames.Gateway, "mark.txt"), GatewayMark);
        }

        var bundle = await ReleaseBundle.SealAsync(staging, Origin, packageRoot: null, CancellationToken.None);
        return (FirstFormat ? FormerFormat.Of(bundle) : bundle).MoveInto(directory);
    }

    private static void Host(string staging, string service, object? faults)
    {
        var directory = Path.Combine(staging, service);
        ProgramFiles.Publish("FinanceHub.Testing.StubHost", directory);
        var options = JsonSerializer.SerializeToNode(faults ?? new { })!;
        options["ServiceId"] = service;
        File.WriteAllText(Path.Combine(directory, "appsettings.json"), JsonSerializer.Serialize(new { Stub = options }));
    }
}
