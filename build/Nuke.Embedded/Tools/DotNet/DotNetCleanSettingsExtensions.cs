using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetCleanSettings"/>; each returns a changed copy.</summary>
public static class DotNetCleanSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetCleanSettings => o.With(nameof(o.Project), v);

    public static T ResetProject<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Project), null);

    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetCleanSettings => o.With(nameof(o.Configuration), v);

    public static T ResetConfiguration<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Configuration), null);

    public static T SetFramework<T>(this T o, string? v) where T : DotNetCleanSettings => o.With(nameof(o.Framework), v);

    public static T ResetFramework<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Framework), null);

    public static T SetRuntime<T>(this T o, string? v) where T : DotNetCleanSettings => o.With(nameof(o.Runtime), v);

    public static T ResetRuntime<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Runtime), null);

    public static T SetOutput<T>(this T o, string? v) where T : DotNetCleanSettings => o.With(nameof(o.Output), v);

    public static T ResetOutput<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Output), null);

    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetCleanSettings => o.With(nameof(o.NoLogo), v);

    public static T ResetNoLogo<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.NoLogo), null);

    public static T EnableNoLogo<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.NoLogo), true);

    public static T DisableNoLogo<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.NoLogo), false);

    public static T ToggleNoLogo<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.NoLogo), o.NoLogo != true);

    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetCleanSettings => o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Verbosity), null);

    public static T SetProperty<T>(this T o, string k, object v) where T : DotNetCleanSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetCleanSettings =>
        o.WithEntry(nameof(o.Properties), o.Properties, k, v);

    public static T RemoveProperty<T>(this T o, string k) where T : DotNetCleanSettings =>
        o.WithoutEntry(nameof(o.Properties), o.Properties, k);

    public static T ClearProperties<T>(this T o) where T : DotNetCleanSettings => o.With(nameof(o.Properties), null);
}
