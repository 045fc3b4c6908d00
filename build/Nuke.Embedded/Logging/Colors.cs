namespace Nuke.Common.Logging;

/// <summary>Control sequences, and whether the terminal wants them.</summary>
internal static class Colors
{
    public const string Success = "\e[32;1m";
    public const string Verbose = "\e[90;1m";
    public const string Debug = "\e[39;1m";
    public const string Information = "\e[38;5;45;1m";
    public const string Warning = "\e[38;5;214;1m";
    public const string Error = "\e[38;5;196;1m";
    public const string Secondary = "\e[38;5;247m";
    public const string Reset = "\e[0m";

    /// <summary>The agreement of no-color.org: any value means none.</summary>
    public static bool Allowed { get; } = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Not into files and pipes: they keep the sequences as rubbish.</summary>
    public static bool TerminalSupportsThem { get; } = Allowed
        && Environment.GetEnvironmentVariable("TERM")?.StartsWith("xterm", StringComparison.OrdinalIgnoreCase) == true
        && !Console.IsOutputRedirected;
}
