using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Logging;

namespace Nuke.Common;

/// <summary>Where the build runs, and how output is shown there.</summary>
[TypeConverter(typeof(HostConverter))]
public abstract class Host
{
    protected Host() => Instance = this;

    internal static Host? Instance { get; private set; }

    internal virtual bool SupportsColor => Colors.TerminalSupportsThem;

    internal virtual bool ShowsTime => true;

    /// <summary>Whether the host folds a target's output instead of showing a title above it.</summary>
    internal virtual bool Collapses => false;

    /// <summary>Starts a block of output, which ends when the result is disposed.</summary>
    protected internal virtual IDisposable WriteBlock(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Output.Debug();
        Output.Debug("╬" + new string('═', text.Length + 5));
        Output.Debug($"║ {Output.Colored(text, Colors.Information)}");
        Output.Debug("╬" + new string('═', Math.Max(text.Length - 4, 2)));
        Output.Debug();
        return Block.Nothing;
    }

    protected internal virtual void ReportWarning(string text, string? details = null)
    {
    }

    protected internal virtual void ReportError(string text, string? details = null)
    {
    }

    /// <summary>Whether the log leaves the message out, because the host shows it by itself.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    protected internal virtual void WriteErrorsAndWarnings() => Summary.WriteErrorsAndWarnings(this);

    protected internal virtual void WriteTargetOutcome(INukeBuild build) => Summary.WriteTargets(build);

    protected internal virtual void WriteBuildOutcome(INukeBuild build) => Summary.WriteOutcome(build);

    private sealed class HostConverter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string name ? Hosts.Create(name) : base.ConvertFrom(context, culture, value);
    }
}
