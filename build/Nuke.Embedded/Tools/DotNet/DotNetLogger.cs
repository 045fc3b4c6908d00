using System.Text.RegularExpressions;
using Nuke.Common.Tooling;
using Serilog.Events;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Logs what dotnet says at the level that its messages name.</summary>
internal static partial class DotNetLogger
{
    public static void Log(OutputType type, string text) => Serilog.Log.Write(LevelOf(type, text), "{Output:l}", text);

    internal static LogEventLevel LevelOf(OutputType type, string text)
    {
        var match = Category().Match(text);
        if (match.Success)
            return match.Value.Contains("warn", StringComparison.Ordinal) ? LogEventLevel.Warning : LogEventLevel.Error;

        return type == OutputType.Err ? LogEventLevel.Error : LogEventLevel.Debug;
    }

    // "file.cs(1,2): error CS1002: …" of compilers, "error: …" and "warn : …" of the command line itself.
    [GeneratedRegex(@"(: |^\s*)(warning|error) [A-Z]+[0-9]+\s*:|^\s*(warn|error|fail)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Category();
}
