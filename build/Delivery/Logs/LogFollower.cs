using System.Text;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Logs;

/// <summary>Reads what is added to a log, across its rotation.</summary>
/// <param name="path">The current file; older parts carry a number after it.</param>
internal sealed class LogFollower(string path) : ILogReader
{
    private readonly StringBuilder _line = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private FileStream? _file;

    /// <summary>Starts at the present end: what is there already was shown.</summary>
    public void SkipToEnd()
    {
        _file ??= TryOpen();
        _file?.Seek(0, SeekOrigin.End);
    }

    /// <summary>The lines that were completed since the last call.</summary>
    public IReadOnlyList<string> Read()
    {
        var lines = new List<string>();
        _file ??= TryOpen();
        if (_file is null)
        {
            return lines;
        }

        Drain(_file, lines);
        if (WasRotated(_file) && TryOpen() is { } next)
        {
            // What came between the last read and the rotation is still in the old file, which is still open.
            Drain(_file, lines);
            _file.Dispose();
            _file = next;
            Drain(next, lines);
        }

        return lines;
    }

    public void Dispose() => _file?.Dispose();

    private void Drain(FileStream file, List<string> lines)
    {
        var bytes = new byte[8192];
        var characters = new char[8192];
        while (file.Read(bytes) is var read and > 0)
        {
            var count = _decoder.GetChars(bytes, 0, read, characters, 0);
            foreach (var character in characters.AsSpan(0, count))
            {
                if (character != '\n')
                {
                    _line.Append(character);
                    continue;
                }

                lines.Add(_line.ToString());
                _line.Clear();
            }
        }
    }

    /// <summary>The path names a shorter file than the one that is open: another one.</summary>
    private bool WasRotated(FileStream file)
    {
        var current = new FileInfo(path);
        return current.Exists && current.Length < file.Position;
    }

    private FileStream? TryOpen()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // nothing was written yet
        }
    }
}
