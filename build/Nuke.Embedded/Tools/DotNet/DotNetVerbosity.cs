using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>How much dotnet says.</summary>
[TypeConverter(typeof(TypeConverter<DotNetVerbosity>))]
[SuppressMessage("Style", "IDE1006", Justification = "The names are dotnet's.")]
public class DotNetVerbosity : Enumeration
{
    public static readonly DotNetVerbosity quiet = "quiet";
    public static readonly DotNetVerbosity minimal = "minimal";
    public static readonly DotNetVerbosity normal = "normal";
    public static readonly DotNetVerbosity detailed = "detailed";
    public static readonly DotNetVerbosity diagnostic = "diagnostic";

    public static implicit operator DotNetVerbosity(string value) => new() { Value = value };
}
