using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetPublishSettings"/>; each returns a changed copy.</summary>
public static class DotNetPublishSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetPublishSettings => o.With(nameof(o.Project), v);

    public static T ResetProject<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Project), null);

    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetPublishSettings => o.With(nameof(o.Configuration), v);

    public static T ResetConfiguration<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Configuration), null);

    public static T SetFramework<T>(this T o, string? v) where T : DotNetPublishSettings => o.With(nameof(o.Framework), v);

    public static T ResetFramework<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Framework), null);

    public static T SetRuntime<T>(this T o, string? v) where T : DotNetPublishSettings => o.With(nameof(o.Runtime), v);

    public static T ResetRuntime<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Runtime), null);

    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), v);

    public static T ResetSelfContained<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), null);

    public static T EnableSelfContained<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), true);

    public static T DisableSelfContained<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.SelfContained), false);

    public static T ToggleSelfContained<T>(this T o) where T : DotNetPublishSettings =>
        o.With(nameof(o.SelfContained), o.SelfContained != true);

    public static T SetOutput<T>(this T o, string? v) where T : DotNetPublishSettings => o.With(nameof(o.Output), v);

    public static T ResetOutput<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Output), null);

    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), v);

    public static T ResetNoBuild<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), null);

    public static T EnableNoBuild<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), true);

    public static T DisableNoBuild<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), false);

    public static T ToggleNoBuild<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoBuild), o.NoBuild != true);

    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.NoRestore), v);

    public static T ResetNoRestore<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoRestore), null);

    public static T EnableNoRestore<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoRestore), true);

    public static T DisableNoRestore<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoRestore), false);

    public static T ToggleNoRestore<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoRestore), o.NoRestore != true);

    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.NoDependencies), v);

    public static T ResetNoDependencies<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoDependencies), null);

    public static T EnableNoDependencies<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoDependencies), true);

    public static T DisableNoDependencies<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoDependencies), false);

    public static T ToggleNoDependencies<T>(this T o) where T : DotNetPublishSettings =>
        o.With(nameof(o.NoDependencies), o.NoDependencies != true);

    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), v);

    public static T ResetNoLogo<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), null);

    public static T EnableNoLogo<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), true);

    public static T DisableNoLogo<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), false);

    public static T ToggleNoLogo<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.NoLogo), o.NoLogo != true);

    public static T SetVersionSuffix<T>(this T o, string? v) where T : DotNetPublishSettings => o.With(nameof(o.VersionSuffix), v);

    public static T ResetVersionSuffix<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.VersionSuffix), null);

    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetPublishSettings => o.With(nameof(o.LockedMode), v);

    public static T ResetLockedMode<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.LockedMode), null);

    public static T EnableLockedMode<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.LockedMode), true);

    public static T DisableLockedMode<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.LockedMode), false);

    public static T ToggleLockedMode<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.LockedMode), o.LockedMode != true);

    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetPublishSettings =>
        o.With(nameof(o.IgnoreFailedSources), v);

    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.IgnoreFailedSources), null);

    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.IgnoreFailedSources), true);

    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.IgnoreFailedSources), false);

    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings =>
        o.With(nameof(o.IgnoreFailedSources), o.IgnoreFailedSources != true);

    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetPublishSettings => o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Verbosity), null);

    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetPublishSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetPublishSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T RemoveProperty<T>(this T o, string k) where T : DotNetPublishSettings =>
        o.WithoutEntry(nameof(o.Properties), o.Properties, k);

    public static T ClearProperties<T>(this T o) where T : DotNetPublishSettings => o.With(nameof(o.Properties), null);

    public static T SetVersion<T>(this T o, string? v) where T : DotNetPublishSettings =>
        v is null ? o.RemoveProperty("Version") : o.SetProperty("Version", v);

    public static T ResetVersion<T>(this T o) where T : DotNetPublishSettings => o.RemoveProperty("Version");
}
