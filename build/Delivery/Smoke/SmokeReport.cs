using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Smoke;

/// <summary>How a check ended. <see cref="NotRun"/> is not a pass.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SmokeVerdict>))]
public enum SmokeVerdict
{
    /// <summary>It holds.</summary>
    [JsonStringEnumMemberName("pass")]
    Pass,

    /// <summary>It does not hold.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,

    /// <summary>A check before it, on which it depends, failed.</summary>
    [JsonStringEnumMemberName("not-run")]
    NotRun,
}

/// <summary>One check.</summary>
public sealed record SmokeCheck
{
    /// <summary>What is checked.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required SmokeVerdict Verdict { get; init; }

    /// <summary>How long it took.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Expected and actual, if it failed.</summary>
    public string? Detail { get; init; }
}

/// <summary>What using a release as a customer found.</summary>
public sealed record SmokeReport : IReport
{
    /// <summary>The version of the JSON: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Where.</summary>
    public required Uri Address { get; init; }

    /// <summary>The release that had to answer; null if any.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>All checks, in a fixed order.</summary>
    public required IReadOnlyList<SmokeCheck> Checks { get; init; }

    /// <summary>How long all took together.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Whether anything answered at all.</summary>
    public required bool Reached { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public ExitCode ExitCode => Checks.Count > 0 && Checks.All(check => check.Verdict == SmokeVerdict.Pass) ? ExitCode.Success
        : Reached ? ExitCode.Failed
        : ExitCode.NotDeployed;

    /// <inheritdoc/>
    [JsonIgnore]
    public string Summary => ExitCode == ExitCode.Success
        ? $"All {Checks.Count} smoke checks passed at {Address.GetLeftPart(UriPartial.Authority)} in {Milliseconds:0} ms."
        : Checks.Count == 0
            ? $"No smoke check was run at {Address.GetLeftPart(UriPartial.Authority)}: nothing is proven."
            : $"Smoke failed at {Address.GetLeftPart(UriPartial.Authority)}: {string.Join("; ", Checks.Where(check => check.Verdict == SmokeVerdict.Fail).Select(check => $"{check.Name}: {check.Detail}"))}.";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(SmokeReport))]
internal sealed partial class SmokeJson : JsonSerializerContext;
