using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The severities of dotnet format.</summary>
[TypeConverter(typeof(TypeConverter<DotNetFormatSeverity>))]
[SuppressMessage("Style", "IDE1006", Justification = "The names are dotnet's.")]
public class DotNetFormatSeverity : Enumeration
{
    public static readonly DotNetFormatSeverity info = "info";
    public static readonly DotNetFormatSeverity warn = "warn";
    public static readonly DotNetFormatSeverity error = "error";

    public static implicit operator DotNetFormatSeverity(string value) => new() { Value = value };
}
