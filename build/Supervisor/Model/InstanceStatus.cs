namespace FinanceHub.Supervisor;

/// <summary>What the supervisor last reported about its instance, stored as <c>status.json</c>. Whether a supervisor lives is told by its lock, not by this.</summary>
public sealed record InstanceStatus
{
    /// <summary>Where the instance is in its life.</summary>
    public required InstanceState State { get; init; }

    /// <summary>Process id of the supervisor that wrote this.</summary>
    public required int SupervisorPid { get; init; }

    /// <summary>Process id of the program, <see langword="null"/> while none runs.</summary>
    public int? ChildPid { get; init; }

    /// <summary>Counts the specifications in use: 1 after the start, one more with each reload, failed ones included.</summary>
    public int Generation { get; init; }

    /// <summary>Release of the generation that serves.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>Starts after a crash since the supervisor began.</summary>
    public int Restarts { get; init; }

    /// <summary>How the program last ended unasked.</summary>
    public ChildExit? LastExit { get; init; }

    /// <summary>Last lines that the program wrote before it ended; filled in states <c>backoff</c> and <c>failed</c>.</summary>
    public IReadOnlyList<string> LastLogLines { get; set; } = [];

    /// <summary>Start of the current state, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Outcome of the last reload, <see langword="null"/> when there was none.</summary>
    public ReloadStatus? Reload { get; init; }

    /// <summary>Programs of earlier generations that still finish their requests.</summary>
    public IReadOnlyList<int> DrainingPids { get; set; } = [];
}
