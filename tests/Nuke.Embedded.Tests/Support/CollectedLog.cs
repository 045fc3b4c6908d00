using System.Collections.Concurrent;
using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Embedded.Tests.Support;

/// <summary>Takes the place of the log and keeps what is written to it.</summary>
internal sealed class CollectedLog : ILogEventSink, IDisposable
{
    private readonly ConcurrentQueue<LogEvent> events = new();
    private readonly ILogger previous = Log.Logger;

    public CollectedLog() => Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();

    public IReadOnlyList<(LogEventLevel Level, string Text)> Lines =>
        [.. events.Select(x => (x.Level, x.RenderMessage(CultureInfo.InvariantCulture)))];

    public string Text => string.Join('\n', Lines.Select(x => x.Text));

    public void Emit(LogEvent logEvent) => events.Enqueue(logEvent);

    // The logger itself is not disposed: that would dispose its sinks, this one among them, again.
    public void Dispose() => Log.Logger = previous;
}
