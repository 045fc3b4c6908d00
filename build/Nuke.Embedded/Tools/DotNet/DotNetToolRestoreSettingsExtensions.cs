using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Setters of <see cref="DotNetToolRestoreSettings"/>; each returns a changed copy.</summary>
public static class DotNetToolRestoreSettingsExtensions
{
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetToolRestoreSettings => o.With(nameof(o.ConfigFile), v);

    public static T ResetConfigFile<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.ConfigFile), null);

    public static T SetSources<T>(this T o, params string[] v) where T : DotNetToolRestoreSettings => o.WithList(nameof(o.Sources), v);

    public static T AddSources<T>(this T o, params string[] v) where T : DotNetToolRestoreSettings =>
        o.WithAdded(nameof(o.Sources), o.Sources, v);

    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetToolRestoreSettings =>
        o.WithRemoved(nameof(o.Sources), o.Sources, v);

    public static T SetSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolRestoreSettings => o.WithList(nameof(o.Sources), v);

    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolRestoreSettings =>
        o.WithAdded(nameof(o.Sources), o.Sources, v);

    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolRestoreSettings =>
        o.WithRemoved(nameof(o.Sources), o.Sources, v);

    public static T ClearSources<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.Sources), null);

    public static T SetToolManifest<T>(this T o, string? v) where T : DotNetToolRestoreSettings => o.With(nameof(o.ToolManifest), v);

    public static T ResetToolManifest<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.ToolManifest), null);

    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetToolRestoreSettings => o.With(nameof(o.DisableParallel), v);

    public static T ResetDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.DisableParallel), null);

    public static T EnableDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.DisableParallel), true);

    public static T DisableDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.DisableParallel), false);

    public static T ToggleDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings =>
        o.With(nameof(o.DisableParallel), o.DisableParallel != true);

    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetToolRestoreSettings =>
        o.With(nameof(o.IgnoreFailedSources), v);

    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings =>
        o.With(nameof(o.IgnoreFailedSources), null);

    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings =>
        o.With(nameof(o.IgnoreFailedSources), true);

    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings =>
        o.With(nameof(o.IgnoreFailedSources), false);

    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings =>
        o.With(nameof(o.IgnoreFailedSources), o.IgnoreFailedSources != true);

    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetToolRestoreSettings => o.With(nameof(o.NoCache), v);

    public static T ResetNoCache<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.NoCache), null);

    public static T EnableNoCache<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.NoCache), true);

    public static T DisableNoCache<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.NoCache), false);

    public static T ToggleNoCache<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.NoCache), o.NoCache != true);

    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetToolRestoreSettings => o.With(nameof(o.Verbosity), v);

    public static T ResetVerbosity<T>(this T o) where T : DotNetToolRestoreSettings => o.With(nameof(o.Verbosity), null);
}
