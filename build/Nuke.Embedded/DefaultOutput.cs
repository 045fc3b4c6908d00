namespace Nuke.Common;

/// <summary>Parts of the output that a build can turn off.</summary>
public enum DefaultOutput
{
    /// <summary>The name in large letters.</summary>
    Logo,

    /// <summary>The title above a target's output.</summary>
    TargetHeader,

    /// <summary>The group that a CI server folds a target's output into.</summary>
    TargetCollapse,

    /// <summary>The repetition of errors and warnings at the end.</summary>
    ErrorsAndWarnings,

    /// <summary>The table of targets at the end.</summary>
    TargetOutcome,

    /// <summary>The last line: succeeded or failed.</summary>
    BuildOutcome,

    /// <summary>The time at the beginning of each line.</summary>
    Timestamps,
}
