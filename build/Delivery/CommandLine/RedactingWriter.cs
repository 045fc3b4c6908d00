using System.Text;
using FinanceHub.Supervisor.Secrets;

namespace FinanceHub.Delivery.CommandLine;

/// <summary>Writes text on without the secrets in it, also where a secret comes in several pieces.</summary>
/// <param name="inner">Where the text goes.</param>
/// <param name="redactor">Knows the secrets.</param>
public sealed class RedactingWriter(TextWriter inner, SecretRedactor redactor) : TextWriter
{
    private readonly StringBuilder pending = new();
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + CoreNewLineText);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (gate)
        {
            pending.Append(buffer);
            Pass(isLast: false);
        }
    }

    /// <summary>Passes on what is certain; a piece that could be the beginning of a secret stays here.</summary>
    public override void Flush()
    {
        lock (gate)
        {
            inner.Flush();
        }
    }

    /// <summary>Passes everything on, for nothing follows.</summary>
    public void Complete()
    {
        lock (gate)
        {
            Pass(isLast: true);
            inner.Flush();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Complete();
        base.Dispose(disposing);
    }

    private string CoreNewLineText => new(CoreNewLine);

    private void Pass(bool isLast)
    {
        if (pending.Length == 0)
            return;
        var clean = new StringBuilder(pending.Length);
        var consumed = redactor.Redact(pending.ToString(), clean, isLast);
        pending.Remove(0, consumed);
        inner.Write(clean.ToString());
    }
}
