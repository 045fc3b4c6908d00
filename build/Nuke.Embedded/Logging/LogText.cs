using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.Logging;

/// <summary>Log events as text.</summary>
internal static class LogText
{
    /// <summary>The message; texts in it stand without quotes.</summary>
    public static string Render(LogEvent logEvent)
    {
        using var writer = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is PropertyToken property
                && logEvent.Properties.TryGetValue(property.PropertyName, out var value)
                && value is ScalarValue { Value: string text }
                && property.Alignment is null)
                writer.Write(text);
            else
                token.Render(logEvent.Properties, writer, CultureInfo.InvariantCulture);
        }

        return writer.ToString();
    }

    public static string Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => "VRB",
        LogEventLevel.Debug => "DBG",
        LogEventLevel.Information => "INF",
        LogEventLevel.Warning => "WRN",
        LogEventLevel.Error => "ERR",
        _ => "FTL",
    };

    public static string ColoredLevel(LogEventLevel level) => Output.Colored(Level(level), level switch
    {
        LogEventLevel.Verbose => Colors.Verbose,
        LogEventLevel.Debug => Colors.Debug,
        LogEventLevel.Information => Colors.Information,
        LogEventLevel.Warning => Colors.Warning,
        _ => Colors.Error,
    });
}
