using System.Globalization;
using Nuke.Common.IO;
using Serilog.Events;

namespace Nuke.Common.Logging;

/// <summary><c>build.log</c>, and one file with the time of the start in its name; of those the last few are kept.</summary>
internal sealed class LogFiles : IDisposable
{
    private const int Kept = 5;
    private const int TargetWidth = 20;
    private readonly List<(StreamWriter Writer, bool Timestamps)> writers;

    private LogFiles(List<(StreamWriter, bool)> writers) => this.writers = writers;

    public static LogFiles Open(AbsolutePath directory)
    {
        DeleteOld(directory);
        var start = DateTime.Now.ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
        var writers = new List<(StreamWriter, bool)>();
        // Another build that runs at the same time has build.log: then this one has only its own file.
        if (TryOpen(directory / "build.log", FileMode.Create) is { } current)
            writers.Add((current, true));
        if ((TryOpen(directory / $"build.{start}.log", FileMode.CreateNew)
            ?? TryOpen(directory / $"build.{start}.{Environment.ProcessId}.log", FileMode.CreateNew)) is { } own)
            writers.Add((own, false));
        return new LogFiles(writers);
    }

    public void Write(LogEvent logEvent, string target, string message)
    {
        var name = target.Length > TargetWidth ? target[..TargetWidth] : target.PadRight(TargetWidth);
        var line = $"{LogText.Level(logEvent.Level)[0]} | {name} | {message}";
        foreach (var (writer, timestamps) in writers)
        {
            if (timestamps)
            {
                writer.Write(logEvent.Timestamp.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
                writer.Write(" | ");
            }

            writer.WriteLine(line);
            if (logEvent.Exception is { } exception)
                writer.WriteLine(exception.ToString());
            writer.Flush();
        }
    }

    public void Dispose()
    {
        foreach (var (writer, _) in writers)
            writer.Dispose();
        writers.Clear();
    }

    private static void DeleteOld(AbsolutePath directory)
    {
        var files = Directory.GetFiles(directory, "build.*-*.log");
        if (files.Length <= Kept)
            return;
        Array.Sort(files, StringComparer.Ordinal);
        foreach (var file in files.AsSpan(0, files.Length - Kept))
            File.Delete(file);
    }

    private static StreamWriter? TryOpen(string path, FileMode mode)
    {
        try
        {
            return new StreamWriter(new FileStream(path, mode, FileAccess.Write, FileShare.Read));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
