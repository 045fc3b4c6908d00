namespace FinanceHub.Testing.StubHost;

/// <summary>Faults of the stub host, switched by environment variables <c>Stub__Name</c>.</summary>
internal sealed class StubOptions
{
    /// <summary>Service that the host claims to be.</summary>
    public string ServiceId { get; set; } = "stub";

    /// <summary>Identity to answer with instead of that of <c>release.json</c>: a wrong release.</summary>
    public string? ReleaseId { get; set; }

    /// <summary>Writes a line to standard error and exits with code 70 before it listens.</summary>
    public bool CrashAtStart { get; set; }

    /// <summary>Exits with code 71 this long after it began to listen; 0 means never.</summary>
    public int CrashAfterMilliseconds { get; set; }

    /// <summary><c>/health/ready</c> answers 503 for ever.</summary>
    public bool NeverReady { get; set; }

    /// <summary>Waits before it listens.</summary>
    public int StartDelayMilliseconds { get; set; }

    /// <summary>Waits before each answer other than health, version and workers.</summary>
    public int DelayMilliseconds { get; set; }

    /// <summary>Share of the answers other than health, version and workers that are 500, spread evenly.</summary>
    public int ErrorPercent { get; set; }

    /// <summary>Writes a line when told to terminate and goes on.</summary>
    public bool IgnoreSigterm { get; set; }

    /// <summary>A worker that runs and is ready, and never says that it did a job.</summary>
    public bool TakesNoJob { get; set; }

    /// <summary>Lines written to standard output at the start, <c>line 1</c> to <c>line N</c>.</summary>
    public int LogLines { get; set; }
}
