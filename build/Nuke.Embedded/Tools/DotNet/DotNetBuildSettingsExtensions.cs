using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetBuildSettings"/>; each returns a changed copy.</summary>
public static class DotNetBuildSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string? v) where T : DotNetBuildSettings => o.With(nameof(o.ProjectFile), v);

    public static T ResetProjectFile<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.ProjectFile), null);

    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetBuildSettings => o.With(nameof(o.Configuration), v);

    public static T ResetConfiguration<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.Configuration), null);

    public static T SetFramework<T>(this T o, string? v) where T : DotNetBuildSettings => o.With(nameof(o.Framework), v);

    public static T ResetFramework<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.Framework), null);

    public static T SetRuntime<T>(this T o, string? v) where T : DotNetBuildSettings => o.With(nameof(o.Runtime), v);

    public static T ResetRuntime<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.Runtime), null);

    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), v);

    public static T ResetSelfContained<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), null);

    public static T EnableSelfContained<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), true);

    public static T DisableSelfContained<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.SelfContained), false);

    public static T ToggleSelfContained<T>(this T o) where T : DotNetBuildSettings =>
        o.With(nameof(o.SelfContained), o.SelfContained != true);

    public static T SetOutputDirectory<T>(this T o, string? v) where T : DotNetBuildSettings => o.With(nameof(o.OutputDirectory), v);

    public static T ResetOutputDirectory<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.OutputDirectory), null);

    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.NoRestore), v);

    public static T ResetNoRestore<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoRestore), null);

    public static T EnableNoRestore<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoRestore), true);

    public static T DisableNoRestore<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoRestore), false);

    public static T ToggleNoRestore<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoRestore), o.NoRestore != true);

    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.NoDependencies), v);

    public static T ResetNoDependencies<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoDependencies), null);

    public static T EnableNoDependencies<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoDependencies), true);

    public static T DisableNoDependencies<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoDependencies), false);

    public static T ToggleNoDependencies<T>(this T o) where T : DotNetBuildSettings =>
        o.With(nameof(o.NoDependencies), o.NoDependencies != true);

    public static T SetNoIncremental<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), v);

    public static T ResetNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), null);

    public static T EnableNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), true);

    public static T DisableNoIncremental<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoIncremental), false);

    public static T ToggleNoIncremental<T>(this T o) where T : DotNetBuildSettings =>
        o.With(nameof(o.NoIncremental), o.NoIncremental != true);

    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), v);

    public static T ResetNoLogo<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), null);

    public static T EnableNoLogo<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), true);

    public static T DisableNoLogo<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), false);

    public static T ToggleNoLogo<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.NoLogo), o.NoLogo != true);

    public static T SetVersionSuffix<T>(this T o, string? v) where T : DotNetBuildSettings => o.With(nameof(o.VersionSuffix), v);

    public static T ResetVersionSuffix<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.VersionSuffix), null);

    public static T SetBinaryLog<T>(this T o, string? v) where T : DotNetBuildSettings => o.With(nameof(o.BinaryLog), v);

    public static T ResetBinaryLog<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.BinaryLog), null);

    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.IgnoreFailedSources), v);

    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.IgnoreFailedSources), null);

    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.IgnoreFailedSources), true);

    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.IgnoreFailedSources), false);

    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings =>
        o.With(nameof(o.IgnoreFailedSources), o.IgnoreFailedSources != true);

    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetBuildSettings => o.With(nameof(o.LockedMode), v);

    public static T ResetLockedMode<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.LockedMode), null);

    public static T EnableLockedMode<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.LockedMode), true);

    public static T DisableLockedMode<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.LockedMode), false);

    public static T ToggleLockedMode<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.LockedMode), o.LockedMode != true);

    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetBuildSettings => o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.Verbosity), null);

    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetBuildSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetBuildSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T RemoveProperty<T>(this T o, string k) where T : DotNetBuildSettings =>
        o.WithoutEntry(nameof(o.Properties), o.Properties, k);

    public static T ClearProperties<T>(this T o) where T : DotNetBuildSettings => o.With(nameof(o.Properties), null);

    public static T SetVersion<T>(this T o, string? v) where T : DotNetBuildSettings =>
        v is null ? o.RemoveProperty("Version") : o.SetProperty("Version", v);

    public static T ResetVersion<T>(this T o) where T : DotNetBuildSettings => o.RemoveProperty("Version");
}
