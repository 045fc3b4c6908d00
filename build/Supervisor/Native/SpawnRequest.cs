namespace FinanceHub.Supervisor.Native;

/// <summary>How to start a program.</summary>
/// <param name="Arguments">The executable's absolute path first.</param>
/// <param name="Environment">The complete environment.</param>
/// <param name="WorkingDirectory">Absolute.</param>
/// <param name="Input">Descriptor for standard input.</param>
/// <param name="Output">Descriptor for standard output and error.</param>
internal sealed record SpawnRequest(
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    string WorkingDirectory,
    int Input,
    int Output)
{
    /// <summary>First descriptor after the standard ones, as systemd's socket activation has it.</summary>
    internal const int ListenerDescriptor = 3;

    /// <summary>Listening socket that the program gets as descriptor <see cref="ListenerDescriptor"/>.</summary>
    internal int? Listener { get; init; }

    /// <summary>Whether the program leads a session of its own instead of a mere process group.</summary>
    internal bool NewSession { get; init; }
}
