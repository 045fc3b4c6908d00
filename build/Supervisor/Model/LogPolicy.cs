namespace FinanceHub.Supervisor;

/// <summary>How much of a program's output is kept: <c>service.log</c> and its older parts <c>service.log.1</c>, <c>.2</c> ...</summary>
public sealed record LogPolicy
{
    /// <summary>Bytes after which a file is rotated, at the next end of a line.</summary>
    public long MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Files kept, the current one included; at least 1.</summary>
    public int Files { get; set; } = 5;
}
