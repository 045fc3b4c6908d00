using System.IO.Pipes;
using System.Text;
using FinanceHub.Supervisor.Secrets;

namespace FinanceHub.Supervisor.Logs;

/// <summary>
/// Carries what one program writes into the log, line by line, on a thread of its own: the program must never wait for the log,
/// whatever the disk does. Secrets never reach the disk. Keeps the last lines for the status.
/// </summary>
internal sealed class OutputPump : IDisposable
{
    private const int LinesKept = 20;
    private const int StackBytes = 128 * 1024;
    private readonly byte[] _buffer = new byte[32 * 1024];
    private readonly Queue<string> _last = new();
    private readonly AnonymousPipeServerStream _pipe = new(PipeDirection.In, HandleInheritability.None);
    private readonly RotatingLog _log;
    private readonly SecretRedactor _redactor;
    // Of a line that is longer than the buffer: characters whose bytes, and secrets whose characters, have not all come yet.
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _uncertain = new();
    private readonly Thread _thread;

    internal OutputPump(RotatingLog log, SecretRedactor redactor)
    {
        _log = log;
        _redactor = redactor;
        _thread = new Thread(Run, StackBytes) { IsBackground = true, Name = "output" };
    }

    /// <summary>Descriptor that becomes the program's standard output and error.</summary>
    internal int WriteDescriptor => (int)_pipe.ClientSafePipeHandle.DangerousGetHandle();

    /// <summary>The last lines so far, oldest first.</summary>
    internal IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_last)
                return [.. _last];
        }
    }

    /// <summary>Begins to read; the writing end now belongs to the program alone, so that its end is seen.</summary>
    internal void Start()
    {
        _pipe.DisposeLocalCopyOfClientHandle();
        _thread.Start();
    }

    /// <summary>Waits until all that was written has been logged.</summary>
    /// <returns>Whether it was within the timeout; a grandchild may hold the pipe open.</returns>
    internal bool WaitForEnd(TimeSpan timeout) => _thread.Join(timeout);

    // Not the pipe: the thread reads it until its end.
    public void Dispose() => _pipe.DisposeLocalCopyOfClientHandle();

    private void Run()
    {
        using var pipe = _pipe;
        var held = 0;
        while (pipe.Read(_buffer, held, _buffer.Length - held) is var read && read > 0)
        {
            var filled = held + read;
            var whole = _buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            // A line longer than the buffer is passed on in pieces.
            var isPiece = whole == 0 && filled == _buffer.Length;
            if (isPiece)
                whole = filled;
            Forward(_buffer.AsSpan(0, whole), isPiece);
            _buffer.AsSpan(whole, filled - whole).CopyTo(_buffer);
            held = filled - whole;
        }

        if (held > 0 || _uncertain.Length > 0)
            Forward([.. _buffer.AsSpan(0, held), (byte)'\n'], isPiece: false);
    }

    private void Forward(ReadOnlySpan<byte> lines, bool isPiece)
    {
        if (lines.Length > 0 && !_redactor.IsEmpty)
            lines = Encoding.UTF8.GetBytes(Redact(lines, isPiece));
        if (lines.Length == 0)
            return;
        _log.Write(lines);
        Remember(lines);
    }

    private string Redact(ReadOnlySpan<byte> lines, bool isPiece)
    {
        var characters = new char[_decoder.GetCharCount(lines, flush: !isPiece)];
        _decoder.GetChars(lines, characters, flush: !isPiece);
        var text = _uncertain.Append(characters).ToString();
        var clean = new StringBuilder(text.Length);
        var certain = _redactor.Redact(text, clean, isLast: !isPiece);
        _uncertain.Clear().Append(text, certain, text.Length - certain);
        return clean.ToString();
    }

    // Only the end of a long chunk can still matter, so a chatty program does not pay for decoding what is forgotten at once.
    private void Remember(ReadOnlySpan<byte> lines)
    {
        var text = lines.TrimEnd((byte)'\n');
        var kept = new List<string>();
        while (kept.Count < LinesKept)
        {
            var start = text.LastIndexOf((byte)'\n') + 1;
            kept.Add(Encoding.UTF8.GetString(text[start..]));
            if (start == 0)
                break;
            text = text[..(start - 1)];
        }

        kept.Reverse();
        lock (_last)
        {
            foreach (var line in kept)
                _last.Enqueue(line);
            while (_last.Count > LinesKept)
                _last.Dequeue();
        }
    }
}
