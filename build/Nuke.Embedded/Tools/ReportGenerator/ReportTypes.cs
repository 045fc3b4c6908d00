using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>The kinds of report.</summary>
[TypeConverter(typeof(TypeConverter<ReportTypes>))]
public class ReportTypes : Enumeration
{
    public static readonly ReportTypes Html = "Html";
    public static readonly ReportTypes HtmlInline = "HtmlInline";
    public static readonly ReportTypes HtmlSummary = "HtmlSummary";
    public static readonly ReportTypes Cobertura = "Cobertura";
    public static readonly ReportTypes JsonSummary = "JsonSummary";
    public static readonly ReportTypes MarkdownSummary = "MarkdownSummary";
    public static readonly ReportTypes MarkdownSummaryGithub = "MarkdownSummaryGithub";
    public static readonly ReportTypes TextSummary = "TextSummary";

    public static implicit operator ReportTypes(string value) => new() { Value = value };
}
