using System.Globalization;
using FinanceHub.Supervisor.Secrets;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

/// <summary>Hands log events on without the secrets in them.</summary>
internal sealed class RedactingSink(ILogger inner, SecretRedactor redactor) : ILogEventSink, IDisposable
{
    private static readonly MessageTemplateParser Parser = new();

    public void Emit(LogEvent logEvent)
    {
        var properties = logEvent.Properties.Select(x => new LogEventProperty(x.Key, Redact(x.Value)));
        var template = Parser.Parse(redactor.Redact(logEvent.MessageTemplate.Text));
        var exception = logEvent.Exception is { } thrown ? new RedactedException(redactor, thrown) : null;
        inner.Write(new LogEvent(logEvent.Timestamp, logEvent.Level, exception, template, properties));
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private LogEventPropertyValue Redact(LogEventPropertyValue value) => value switch
    {
        ScalarValue scalar => Redact(scalar),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Redact)),
        StructureValue structure => new StructureValue(structure.Properties.Select(x => new LogEventProperty(x.Name, Redact(x.Value))), structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(x =>
            KeyValuePair.Create(Redact(x.Key), Redact(x.Value)))),
        _ => new ScalarValue(redactor.Redact(value.ToString())),
    };

    // What has no secret in it stays what it is, so that it is formatted as it would be.
    private ScalarValue Redact(ScalarValue scalar)
    {
        var text = Convert.ToString(scalar.Value, CultureInfo.InvariantCulture) ?? string.Empty;
        var clean = redactor.Redact(text);
        return clean == text ? scalar : new ScalarValue(clean);
    }

    /// <summary>Shows what the original would, redacted.</summary>
#pragma warning disable CA1032, CA1064 // made here and only ever printed
    private sealed class RedactedException(SecretRedactor redactor, Exception original) : Exception(redactor.Redact(original.Message))
#pragma warning restore CA1032, CA1064
    {
        public override string ToString() => redactor.Redact(original.ToString());
    }
}
