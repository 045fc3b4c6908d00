using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetRestoreSettings"/>; each returns a changed copy.</summary>
public static class DotNetRestoreSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string? v) where T : DotNetRestoreSettings => o.With(nameof(o.ProjectFile), v);

    public static T ResetProjectFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.ProjectFile), null);

    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetRestoreSettings => o.With(nameof(o.ConfigFile), v);

    public static T ResetConfigFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.ConfigFile), null);

    public static T SetSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings => o.WithList(nameof(o.Sources), v);

    public static T AddSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings =>
        o.WithAdded(nameof(o.Sources), o.Sources, v);

    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings =>
        o.WithRemoved(nameof(o.Sources), o.Sources, v);

    public static T SetSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => o.WithList(nameof(o.Sources), v);

    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings =>
        o.WithAdded(nameof(o.Sources), o.Sources, v);

    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings =>
        o.WithRemoved(nameof(o.Sources), o.Sources, v);

    public static T ClearSources<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Sources), null);

    public static T SetPackageDirectory<T>(this T o, string? v) where T : DotNetRestoreSettings => o.With(nameof(o.PackageDirectory), v);

    public static T ResetPackageDirectory<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.PackageDirectory), null);

    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(nameof(o.DisableParallel), v);

    public static T ResetDisableParallel<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.DisableParallel), null);

    public static T EnableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.DisableParallel), true);

    public static T DisableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.DisableParallel), false);

    public static T ToggleDisableParallel<T>(this T o) where T : DotNetRestoreSettings =>
        o.With(nameof(o.DisableParallel), o.DisableParallel != true);

    public static T SetForce<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(nameof(o.Force), v);

    public static T ResetForce<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Force), null);

    public static T EnableForce<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Force), true);

    public static T DisableForce<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Force), false);

    public static T ToggleForce<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Force), o.Force != true);

    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(nameof(o.ForceEvaluate), v);

    public static T ResetForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.ForceEvaluate), null);

    public static T EnableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.ForceEvaluate), true);

    public static T DisableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.ForceEvaluate), false);

    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetRestoreSettings =>
        o.With(nameof(o.ForceEvaluate), o.ForceEvaluate != true);

    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(nameof(o.UseLockFile), v);

    public static T ResetUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.UseLockFile), null);

    public static T EnableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.UseLockFile), true);

    public static T DisableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.UseLockFile), false);

    public static T ToggleUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.UseLockFile), o.UseLockFile != true);

    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(nameof(o.LockedMode), v);

    public static T ResetLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.LockedMode), null);

    public static T EnableLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.LockedMode), true);

    public static T DisableLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.LockedMode), false);

    public static T ToggleLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.LockedMode), o.LockedMode != true);

    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetRestoreSettings =>
        o.With(nameof(o.IgnoreFailedSources), v);

    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.IgnoreFailedSources), null);

    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.IgnoreFailedSources), true);

    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.IgnoreFailedSources), false);

    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings =>
        o.With(nameof(o.IgnoreFailedSources), o.IgnoreFailedSources != true);

    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(nameof(o.NoDependencies), v);

    public static T ResetNoDependencies<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.NoDependencies), null);

    public static T EnableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.NoDependencies), true);

    public static T DisableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.NoDependencies), false);

    public static T ToggleNoDependencies<T>(this T o) where T : DotNetRestoreSettings =>
        o.With(nameof(o.NoDependencies), o.NoDependencies != true);

    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetRestoreSettings => o.With(nameof(o.NoCache), v);

    public static T ResetNoCache<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.NoCache), null);

    public static T EnableNoCache<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.NoCache), true);

    public static T DisableNoCache<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.NoCache), false);

    public static T ToggleNoCache<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.NoCache), o.NoCache != true);

    public static T SetRuntime<T>(this T o, string? v) where T : DotNetRestoreSettings => o.With(nameof(o.Runtime), v);

    public static T ResetRuntime<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Runtime), null);

    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetRestoreSettings => o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Verbosity), null);

    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetRestoreSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetRestoreSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T RemoveProperty<T>(this T o, string k) where T : DotNetRestoreSettings =>
        o.WithoutEntry(nameof(o.Properties), o.Properties, k);

    public static T ClearProperties<T>(this T o) where T : DotNetRestoreSettings => o.With(nameof(o.Properties), null);
}
