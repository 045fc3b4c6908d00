using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>Setters of <see cref="ReportGeneratorSettings"/>; each returns a changed copy.</summary>
public static class ReportGeneratorSettingsExtensions
{
    public static T SetReports<T>(this T o, params string[] v) where T : ReportGeneratorSettings => o.WithList(nameof(o.Reports), v);

    public static T SetReports<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => o.WithList(nameof(o.Reports), v);

    public static T AddReports<T>(this T o, params string[] v) where T : ReportGeneratorSettings =>
        o.WithAdded(nameof(o.Reports), o.Reports, v);

    public static T ClearReports<T>(this T o) where T : ReportGeneratorSettings => o.With(nameof(o.Reports), null);

    public static T SetTargetDirectory<T>(this T o, string? v) where T : ReportGeneratorSettings => o.With(nameof(o.TargetDirectory), v);

    public static T ResetTargetDirectory<T>(this T o) where T : ReportGeneratorSettings => o.With(nameof(o.TargetDirectory), null);

    public static T SetSourceDirectories<T>(this T o, params string[] v) where T : ReportGeneratorSettings =>
        o.WithList(nameof(o.SourceDirectories), v);

    public static T SetHistoryDirectory<T>(this T o, string? v) where T : ReportGeneratorSettings => o.With(nameof(o.HistoryDirectory), v);

    public static T SetReportTypes<T>(this T o, params ReportTypes[] v) where T : ReportGeneratorSettings =>
        o.With(nameof(o.ReportTypes), v.ToList());

    public static T AddReportTypes<T>(this T o, params ReportTypes[] v) where T : ReportGeneratorSettings =>
        o.With(nameof(o.ReportTypes), (o.ReportTypes ?? []).Concat(v).ToList());

    public static T ClearReportTypes<T>(this T o) where T : ReportGeneratorSettings => o.With(nameof(o.ReportTypes), null);

    public static T SetAssemblyFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings =>
        o.WithList(nameof(o.AssemblyFilters), v);

    public static T AddAssemblyFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings =>
        o.WithAdded(nameof(o.AssemblyFilters), o.AssemblyFilters, v);

    public static T SetVerbosity<T>(this T o, ReportGeneratorVerbosity? v) where T : ReportGeneratorSettings =>
        o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : ReportGeneratorSettings => o.With(nameof(o.Verbosity), null);

    public static T SetFramework<T>(this T o, string? v) where T : ReportGeneratorSettings => o.With(nameof(o.Framework), v);
}
