namespace Nuke.Common.Tooling;

/// <summary>A started process whose output is being collected.</summary>
public interface IProcess : IDisposable
{
    /// <summary>The program.</summary>
    string FileName { get; }

    /// <summary>Its arguments, secrets redacted.</summary>
    string Arguments { get; }

    /// <summary>Where it was started.</summary>
    string WorkingDirectory { get; }

    /// <summary>What it wrote so far, both streams in the order of arrival.</summary>
    IReadOnlyCollection<Output> Output { get; }

    /// <summary>Its exit code.</summary>
    /// <exception cref="InvalidOperationException">It still runs.</exception>
    int ExitCode { get; }

    /// <summary>Whether it has ended.</summary>
    bool HasExited { get; }

    /// <summary>The id that the system gave it.</summary>
    int Id { get; }

    /// <summary>Ends it and what it started.</summary>
    void Kill();

    /// <summary>Waits as long as its timeout allows; false if it had to be killed then, with what it started.</summary>
    bool WaitForExit();
}
