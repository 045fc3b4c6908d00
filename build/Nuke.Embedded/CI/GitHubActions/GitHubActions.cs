using System.Globalization;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>The run of a GitHub workflow, as its environment variables tell.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    private readonly Func<string, string?> environment;
    private readonly Action<string> write;

    internal GitHubActions()
        : this(Environment.GetEnvironmentVariable, Console.WriteLine)
    {
    }

    internal GitHubActions(Func<string, string?> environment, Action<string> write)
    {
        this.environment = environment;
        this.write = write;
    }

    /// <summary>The run that this build is part of; null elsewhere.</summary>
    public static new GitHubActions? Instance => Host.Instance as GitHubActions;

    string? IBuildServer.Branch => Ref;

    string? IBuildServer.Commit => Sha;

    /// <summary>Name of the workflow.</summary>
    public string? Workflow => Variable("WORKFLOW");

    /// <summary>Id of the step.</summary>
    public string? Action => Variable("ACTION");

    /// <summary>Id of the job.</summary>
    public string? Job => Variable("JOB");

    /// <summary>Who caused the run.</summary>
    public string? Actor => Variable("ACTOR");

    /// <summary>Owner and name of the repository.</summary>
    public string? Repository => Variable("REPOSITORY");

    /// <summary>Owner of the repository.</summary>
    public string? RepositoryOwner => Variable("REPOSITORY_OWNER");

    /// <summary>What caused the run, as push or pull_request.</summary>
    public string? EventName => Variable("EVENT_NAME");

    /// <summary>File with all that is known of the event.</summary>
    public string? EventPath => Variable("EVENT_PATH");

    /// <summary>Directory of the checkout.</summary>
    public string? Workspace => Variable("WORKSPACE");

    /// <summary>The commit.</summary>
    public string? Sha => Variable("SHA");

    /// <summary>The reference, as refs/heads/main.</summary>
    public string? Ref => Variable("REF");

    /// <summary>In a pull request: the branch it comes from.</summary>
    public string? HeadRef => Variable("HEAD_REF");

    /// <summary>In a pull request: the branch it goes to.</summary>
    public string? BaseRef => Variable("BASE_REF");

    /// <summary>Number of the run within the workflow; 0 if unknown.</summary>
    public long RunNumber => Number("RUN_NUMBER");

    /// <summary>Id of the run; 0 if unknown.</summary>
    public long RunId => Number("RUN_ID");

    /// <summary>Address of the server.</summary>
    public string? ServerUrl => Variable("SERVER_URL");

    /// <summary>File whose Markdown is shown with the step.</summary>
    public AbsolutePath? StepSummaryFile => Variable("STEP_SUMMARY");

    /// <summary>Whether a pull request caused the run.</summary>
    public bool IsPullRequest => EventName == "pull_request";

    private string? Variable(string name) => environment($"GITHUB_{name}") is { Length: > 0 } value ? value : null;

    private long Number(string name) => long.TryParse(Variable(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
