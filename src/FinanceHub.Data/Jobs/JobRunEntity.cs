namespace FinanceHub.Data.Jobs;

/// <summary>How a run of a job ended.</summary>
public enum JobOutcome
{
    /// <summary>It has not ended.</summary>
    Running = 1,

    /// <summary>It did what it should.</summary>
    Succeeded = 2,

    /// <summary>It failed and is tried again.</summary>
    Failed = 3,
}

/// <summary>The last run of a job; one row for each kind and subject.</summary>
public sealed class JobRunEntity
{
    /// <summary>What the job does.</summary>
    public required string Kind { get; init; }

    /// <summary>What it does it for; empty if for everything.</summary>
    public required string Subject { get; init; }

    /// <summary>How the last run ended.</summary>
    public required JobOutcome Outcome { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; set; }

    /// <summary>UTC; null while it runs.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>UTC; null if it never succeeded.</summary>
    public DateTime? SucceededAt { get; set; }

    /// <summary>How often it ran.</summary>
    public long Runs { get; set; }

    /// <summary>How often it failed since it last succeeded.</summary>
    public int Failures { get; set; }

    /// <summary>What the last run did, or why it failed; one sentence.</summary>
    public string? Message { get; set; }

    /// <summary>The worker that ran it.</summary>
    public required string InstanceId { get; set; }
}
