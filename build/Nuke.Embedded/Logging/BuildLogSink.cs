using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Logging;

/// <summary>One sink for everything: a second one would cost more at start-up than all that the trivial build logs.</summary>
internal sealed class BuildLogSink(Host host, bool timestamps, LogFiles? files) : ILogEventSink, IDisposable
{
    private readonly Lock gate = new();

    public void Emit(LogEvent logEvent)
    {
        if (host.FilterMessage(logEvent.MessageTemplate.Text))
            return;

        var message = LogText.Render(logEvent);
        lock (gate)
        {
            if (logEvent.Level >= LogEventLevel.Warning)
                Report(logEvent, message);
            if (BuildLog.IsShown(logEvent.Level))
                WriteToConsole(logEvent, message);
            files?.Write(logEvent, BuildLog.ExecutingTarget, message);
        }
    }

    public void Dispose() => files?.Dispose();

    private void Report(LogEvent logEvent, string message)
    {
        BuildLog.Keep(logEvent);
        if (logEvent.Level == LogEventLevel.Warning)
            host.ReportWarning(message);
        else if (logEvent.Level == LogEventLevel.Error)
            host.ReportError(message);
    }

    private void WriteToConsole(LogEvent logEvent, string message)
    {
        var time = timestamps
            ? Output.Colored(logEvent.Timestamp.ToString("HH:mm:ss", CultureInfo.InvariantCulture), Colors.Secondary) + " "
            : string.Empty;
        Console.Out.WriteLine($"{time}[{LogText.ColoredLevel(logEvent.Level)}] {message}");
        if (logEvent.Exception is { } exception)
            Console.Out.WriteLine(exception.ToString());
    }
}
