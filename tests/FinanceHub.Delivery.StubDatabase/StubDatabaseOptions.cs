using System.Text.Json;

namespace FinanceHub.Delivery.StubDatabase;

/// <summary>What the stub knows and which faults it has: <c>stub.json</c> beside it.</summary>
internal sealed record StubDatabaseOptions
{
    /// <summary>The migrations that the release knows.</summary>
    public IReadOnlyList<string> Migrations { get; init; } = ["0001_First"];

    /// <summary>What going back over them takes; null if all are safe.</summary>
    public IReadOnlyList<object>? Grades { get; init; }

    /// <summary>Whether it does not say what going back takes, as the tools before there were grades.</summary>
    public bool Ungraded { get; init; }

    /// <summary>What it says before it fails to migrate.</summary>
    public string? UpFails { get; init; }

    /// <summary>How many of the pending migrations it has applied when it fails.</summary>
    public int UpFailsAfter { get; init; }

    /// <summary>How long migrating takes.</summary>
    public int UpDelayMilliseconds { get; init; }

    /// <summary>What it says before it fails to go back; it does so until there is a file beside the database that ends in ".unlocked".</summary>
    public string? DownFails { get; init; }

    /// <summary>Whether going back loses something that customers had.</summary>
    public bool DownLosesRow { get; init; }

    internal static StubDatabaseOptions Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "stub.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<StubDatabaseOptions>(File.ReadAllText(file), JsonSerializerOptions.Web)! : new StubDatabaseOptions();
    }
}
