using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetFormatSettings"/>; each returns a changed copy.</summary>
public static class DotNetFormatSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetFormatSettings => o.With(nameof(o.Project), v);

    public static T ResetProject<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.Project), null);

    public static T SetSeverity<T>(this T o, DotNetFormatSeverity? v) where T : DotNetFormatSettings => o.With(nameof(o.Severity), v);

    public static T ResetSeverity<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.Severity), null);

    public static T SetVerifyNoChanges<T>(this T o, bool? v) where T : DotNetFormatSettings => o.With(nameof(o.VerifyNoChanges), v);

    public static T ResetVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.VerifyNoChanges), null);

    public static T EnableVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.VerifyNoChanges), true);

    public static T DisableVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.VerifyNoChanges), false);

    public static T ToggleVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings =>
        o.With(nameof(o.VerifyNoChanges), o.VerifyNoChanges != true);

    public static T SetInclude<T>(this T o, params string[] v) where T : DotNetFormatSettings => o.WithList(nameof(o.Include), v);

    public static T AddInclude<T>(this T o, params string[] v) where T : DotNetFormatSettings =>
        o.WithAdded(nameof(o.Include), o.Include, v);

    public static T RemoveInclude<T>(this T o, params string[] v) where T : DotNetFormatSettings =>
        o.WithRemoved(nameof(o.Include), o.Include, v);

    public static T SetInclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => o.WithList(nameof(o.Include), v);

    public static T AddInclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings =>
        o.WithAdded(nameof(o.Include), o.Include, v);

    public static T RemoveInclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings =>
        o.WithRemoved(nameof(o.Include), o.Include, v);

    public static T ClearInclude<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.Include), null);

    public static T SetExclude<T>(this T o, params string[] v) where T : DotNetFormatSettings => o.WithList(nameof(o.Exclude), v);

    public static T AddExclude<T>(this T o, params string[] v) where T : DotNetFormatSettings =>
        o.WithAdded(nameof(o.Exclude), o.Exclude, v);

    public static T RemoveExclude<T>(this T o, params string[] v) where T : DotNetFormatSettings =>
        o.WithRemoved(nameof(o.Exclude), o.Exclude, v);

    public static T SetExclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => o.WithList(nameof(o.Exclude), v);

    public static T AddExclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings =>
        o.WithAdded(nameof(o.Exclude), o.Exclude, v);

    public static T RemoveExclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings =>
        o.WithRemoved(nameof(o.Exclude), o.Exclude, v);

    public static T ClearExclude<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.Exclude), null);

    public static T SetIncludeGenerated<T>(this T o, bool? v) where T : DotNetFormatSettings => o.With(nameof(o.IncludeGenerated), v);

    public static T ResetIncludeGenerated<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.IncludeGenerated), null);

    public static T EnableIncludeGenerated<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.IncludeGenerated), true);

    public static T DisableIncludeGenerated<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.IncludeGenerated), false);

    public static T ToggleIncludeGenerated<T>(this T o) where T : DotNetFormatSettings =>
        o.With(nameof(o.IncludeGenerated), o.IncludeGenerated != true);

    public static T SetBinaryLog<T>(this T o, string? v) where T : DotNetFormatSettings => o.With(nameof(o.BinaryLog), v);

    public static T ResetBinaryLog<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.BinaryLog), null);

    public static T SetReport<T>(this T o, string? v) where T : DotNetFormatSettings => o.With(nameof(o.Report), v);

    public static T ResetReport<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.Report), null);

    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetFormatSettings => o.With(nameof(o.NoRestore), v);

    public static T ResetNoRestore<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.NoRestore), null);

    public static T EnableNoRestore<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.NoRestore), true);

    public static T DisableNoRestore<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.NoRestore), false);

    public static T ToggleNoRestore<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.NoRestore), o.NoRestore != true);

    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetFormatSettings => o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : DotNetFormatSettings => o.With(nameof(o.Verbosity), null);
}
