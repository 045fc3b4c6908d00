namespace FinanceHub.Database;

/// <summary>How the tool ends.</summary>
internal enum ToolExitCode
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>Tried and failed.</summary>
    Failed = 1,

    /// <summary>The command line is wrong; nothing was tried.</summary>
    Usage = 2,

    /// <summary>The database cannot be reached, or is not there.</summary>
    Unreachable = 3,
}
