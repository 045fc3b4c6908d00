namespace FinanceHub.Delivery.Releases;

/// <summary>The published files of one service.</summary>
public sealed record ServiceArtefact
{
    /// <summary>Directory inside the release.</summary>
    public required string Path { get; init; }

    /// <summary>The program, run as <c>dotnet &lt;entry&gt;</c>.</summary>
    public required string Entry { get; init; }

    /// <summary>"sha256:" and 64 hexadecimal digits over the sorted names and digests of all files.</summary>
    public required string Digest { get; init; }

    /// <summary>How many files.</summary>
    public required int Files { get; init; }

    /// <summary>How many bytes they have together.</summary>
    public required long Bytes { get; init; }
}
