using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>How much ReportGenerator says.</summary>
[TypeConverter(typeof(TypeConverter<ReportGeneratorVerbosity>))]
public class ReportGeneratorVerbosity : Enumeration
{
    public static readonly ReportGeneratorVerbosity Verbose = "Verbose";
    public static readonly ReportGeneratorVerbosity Info = "Info";
    public static readonly ReportGeneratorVerbosity Warning = "Warning";
    public static readonly ReportGeneratorVerbosity Error = "Error";
    public static readonly ReportGeneratorVerbosity Off = "Off";

    public static implicit operator ReportGeneratorVerbosity(string value) => new() { Value = value };
}
