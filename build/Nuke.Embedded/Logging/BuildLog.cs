using Nuke.Common.CI;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Logging;

/// <summary>Sets up the static log: console, files, annotations of the host, and what the summary repeats.</summary>
internal static class BuildLog
{
    private static readonly List<(LogEvent Event, string Target)> Kept = [];

    /// <summary>What the console shows at least.</summary>
    public static Verbosity Verbosity { get; set; } = Verbosity.Normal;

    /// <summary>The running target; empty between targets.</summary>
    public static string ExecutingTarget { get; private set; } = string.Empty;

    /// <summary>Warnings and errors so far, each with the target it came from.</summary>
    public static IReadOnlyList<(LogEvent Event, string Target)> WarningsAndErrors => Kept;

    public static void Configure(Host host, bool timestamps)
    {
        var files = host is IBuildServer ? null : LogFiles.Open(NukeBuild.TemporaryDirectory);
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .WriteTo.Sink(new BuildLogSink(host, timestamps && host.ShowsTime, files))
            .CreateLogger();
    }

    public static IDisposable SetTarget(string name)
    {
        ExecutingTarget = name;
        return new Block(() => ExecutingTarget = string.Empty);
    }

    public static void Keep(LogEvent logEvent)
    {
        lock (Kept)
        {
            Kept.Add((logEvent, ExecutingTarget));
        }
    }

    public static bool IsShown(LogEventLevel level) => level >= Verbosity switch
    {
        Verbosity.Verbose => LogEventLevel.Verbose,
        Verbosity.Normal => LogEventLevel.Debug,
        Verbosity.Minimal => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };
}
