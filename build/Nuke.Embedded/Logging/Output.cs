namespace Nuke.Common.Logging;

/// <summary>The engine's own words, which no verbosity silences.</summary>
internal static class Output
{
    public static bool HasColors => Host.Instance?.SupportsColor ?? Colors.TerminalSupportsThem;

    public static void Success(string text = "") => Write(text, Colors.Success);

    public static void Debug(string text = "") => Write(text, Colors.Debug);

    public static void Information(string text = "") => Write(text, Colors.Information);

    public static void Warning(string text = "") => Write(text, Colors.Warning);

    public static void Error(string text = "") => Write(text, Colors.Error);

    public static string Colored(string text, string color) =>
        HasColors && !string.IsNullOrWhiteSpace(text) ? color + text + Colors.Reset : text;

    private static void Write(string text, string color) => Console.Out.WriteLine(Colored(text, color));
}
