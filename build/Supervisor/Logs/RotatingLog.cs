using System.Globalization;
using System.Text;

namespace FinanceHub.Supervisor.Logs;

/// <summary>
/// A log file rotated by size at the end of a line. Writing never fails and never waits: what a full disk does not take is dropped
/// and counted, and the count is written as soon as there is room again.
/// </summary>
internal sealed class RotatingLog(string path, LogPolicy policy) : IDisposable
{
    private const byte NewLine = (byte)'\n';
    private readonly Lock _gate = new();
    private FileStream? _stream;
    private long _droppedLines;

    /// <summary>Lines dropped since the last time that the file took some.</summary>
    internal long DroppedLines => Interlocked.Read(ref _droppedLines);

    /// <summary>Appends whole lines.</summary>
    internal void Write(ReadOnlySpan<byte> lines)
    {
        lock (_gate)
        {
            try
            {
                AnnounceDropped();
                while (lines.Length > 0)
                {
                    var part = TakeFitting(lines);
                    Open().Write(lines[..part]);
                    lines = lines[part..];
                }
            }
            catch (Exception full) when (full is IOException or UnauthorizedAccessException)
            {
                Interlocked.Add(ref _droppedLines, Math.Max(1, lines.Count(NewLine)));
            }
        }
    }

    public void Dispose() => Close();

    // The line that the full disk cut short ends first.
    private void AnnounceDropped()
    {
        var dropped = DroppedLines;
        if (dropped == 0)
            return;
        Open().Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\n[supervisor] {dropped} lines dropped: the log could not be written\n")));
        Interlocked.Add(ref _droppedLines, -dropped);
    }

    /// <summary>Bytes of the next whole lines that the current file takes; rotates when it takes none.</summary>
    private int TakeFitting(ReadOnlySpan<byte> lines)
    {
        var room = policy.MaxBytes - Open().Length;
        if (lines.Length <= room)
            return lines.Length;
        var fitting = room > 0 ? lines[..(int)room].LastIndexOf(NewLine) + 1 : 0;
        if (fitting > 0)
            return fitting;
        if (Open().Length > 0)
            Rotate();
        var first = lines.IndexOf(NewLine) + 1;
        var whole = lines[..(int)Math.Min(lines.Length, policy.MaxBytes)].LastIndexOf(NewLine) + 1;
        return whole > 0 ? whole : first > 0 ? first : lines.Length;
    }

    // Whoever makes room on a full disk empties or deletes this file first: the next line must not go behind a hole or into nothing.
    private FileStream Open()
    {
        if (_stream is not null && !File.Exists(path))
            Close();
        _stream ??= new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        _stream.Seek(0, SeekOrigin.End);
        return _stream;
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }

    private void Rotate()
    {
        Close();
        for (var older = policy.Files - 1; older > 0; older--)
        {
            var from = older == 1 ? path : Numbered(older - 1);
            if (File.Exists(from))
                File.Move(from, Numbered(older), overwrite: true);
        }

        File.Delete(path);
    }

    private string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
}
