using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetRunSettings"/>; each returns a changed copy.</summary>
public static class DotNetRunSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string? v) where T : DotNetRunSettings => o.With(nameof(o.ProjectFile), v);

    public static T ResetProjectFile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.ProjectFile), null);

    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetRunSettings => o.With(nameof(o.Configuration), v);

    public static T ResetConfiguration<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.Configuration), null);

    public static T SetFramework<T>(this T o, string? v) where T : DotNetRunSettings => o.With(nameof(o.Framework), v);

    public static T ResetFramework<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.Framework), null);

    public static T SetRuntime<T>(this T o, string? v) where T : DotNetRunSettings => o.With(nameof(o.Runtime), v);

    public static T ResetRuntime<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.Runtime), null);

    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), v);

    public static T ResetNoBuild<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), null);

    public static T EnableNoBuild<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), true);

    public static T DisableNoBuild<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), false);

    public static T ToggleNoBuild<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoBuild), o.NoBuild != true);

    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(nameof(o.NoRestore), v);

    public static T ResetNoRestore<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoRestore), null);

    public static T EnableNoRestore<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoRestore), true);

    public static T DisableNoRestore<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoRestore), false);

    public static T ToggleNoRestore<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoRestore), o.NoRestore != true);

    public static T SetLaunchProfile<T>(this T o, string? v) where T : DotNetRunSettings => o.With(nameof(o.LaunchProfile), v);

    public static T ResetLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.LaunchProfile), null);

    public static T SetNoLaunchProfile<T>(this T o, bool? v) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), v);

    public static T ResetNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), null);

    public static T EnableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), true);

    public static T DisableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.NoLaunchProfile), false);

    public static T ToggleNoLaunchProfile<T>(this T o) where T : DotNetRunSettings =>
        o.With(nameof(o.NoLaunchProfile), o.NoLaunchProfile != true);

    public static T SetApplicationArguments<T>(this T o, string? v) where T : DotNetRunSettings =>
        o.With(nameof(o.ApplicationArguments), v);

    public static T ResetApplicationArguments<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.ApplicationArguments), null);

    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetRunSettings => o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.Verbosity), null);

    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetRunSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetRunSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T RemoveProperty<T>(this T o, string k) where T : DotNetRunSettings =>
        o.WithoutEntry(nameof(o.Properties), o.Properties, k);

    public static T ClearProperties<T>(this T o) where T : DotNetRunSettings => o.With(nameof(o.Properties), null);
}
