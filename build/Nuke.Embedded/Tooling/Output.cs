namespace Nuke.Common.Tooling;

/// <summary>Where a line of output came from.</summary>
public enum OutputType
{
    /// <summary>Standard output.</summary>
    Std,

    /// <summary>Standard error.</summary>
    Err,
}

/// <summary>One line that a process wrote.</summary>
public struct Output
{
    /// <summary>Where it was written to.</summary>
    public OutputType Type { get; set; }

    /// <summary>The line without its end.</summary>
    public string Text { get; set; }
}
