namespace FinanceHub.Supervisor;

/// <summary>What one supervised service instance is: the program, how it is started, stopped, restarted and logged. Stored as <c>instance.json</c>.</summary>
public sealed record InstanceSpec
{
    /// <summary>Name of the service, for example <c>api</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Identity that the started program must answer with at <see cref="ReadyUrl"/>.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>Absolute path; a <c>.dll</c> is run by the <c>dotnet</c> that runs the supervisor, anything else is executed directly.</summary>
    public required string Program { get; init; }

    /// <summary>Arguments of the program, one element each; never a shell string.</summary>
    public IReadOnlyList<string> Arguments { get; set; } = [];

    /// <summary>Environment of the program, added to the few machine variables that are passed on (see <c>ChildEnvironment</c>).</summary>
    public IReadOnlyDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// Variables of the program whose values are secret, with where they come from. The values are in the supervisor's own environment, under the same
    /// names, and never in a file.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Secrets { get; init; }

    /// <summary>Absolute working directory; <see langword="null"/> means the program's own directory.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary><c>address:port</c> that the supervisor binds and hands to each generation as a descriptor; <see langword="null"/> when the program binds by itself.</summary>
    public string? Listen { get; init; }

    /// <summary>
    /// <c>http</c> address that answers 200 with header <c>X-Release-Id</c> once the program serves; <see langword="null"/> means ready as soon as started.
    /// Where <see cref="Listen"/> is set it must be an address that only one generation has (its admin port): old and new share the public one.
    /// </summary>
    public string? ReadyUrl { get; init; }

    /// <summary>Seconds that a new generation may take to become ready in a reload.</summary>
    public int ReadyTimeoutSeconds { get; set; } = 30;

    /// <summary>Seconds between SIGTERM and SIGKILL.</summary>
    public int StopTimeoutSeconds { get; set; } = 30;

    /// <summary>When and how often a crashed program is started again.</summary>
    public RestartPolicy Restart { get; set; } = new();

    /// <summary>Size and number of the log files kept.</summary>
    public LogPolicy Log { get; set; } = new();
}
