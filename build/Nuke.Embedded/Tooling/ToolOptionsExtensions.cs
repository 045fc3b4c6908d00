using System.Globalization;

namespace Nuke.Common.Tooling;

/// <summary>Setters of what all invocations have in common; each returns a changed copy.</summary>
public static class ToolOptionsExtensions
{
    public static T SetProcessToolPath<T>(this T o, string? v) where T : ToolOptions => o.With(nameof(o.ProcessToolPath), v);

    public static T ResetProcessToolPath<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessToolPath), null);

    public static T SetProcessWorkingDirectory<T>(this T o, string? v) where T : ToolOptions =>
        o.With(nameof(o.ProcessWorkingDirectory), v);

    public static T ResetProcessWorkingDirectory<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessWorkingDirectory), null);

    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions =>
        o.WithEntry(nameof(o.ProcessEnvironmentVariables), o.ProcessEnvironmentVariables, key, value);

    public static T SetProcessEnvironmentVariable<T>(this T o, string key, object value) where T : ToolOptions =>
        o.SetProcessEnvironmentVariable(key, Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);

    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key) where T : ToolOptions =>
        o.WithoutEntry(nameof(o.ProcessEnvironmentVariables), o.ProcessEnvironmentVariables, key);

    public static T ClearProcessEnvironmentVariables<T>(this T o) where T : ToolOptions =>
        o.With(nameof(o.ProcessEnvironmentVariables), null);

    /// <summary>Sets the limit in milliseconds.</summary>
    public static T SetProcessExecutionTimeout<T>(this T o, int? v) where T : ToolOptions => o.With(nameof(o.ProcessExecutionTimeout), v);

    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan v) where T : ToolOptions =>
        o.With(nameof(o.ProcessExecutionTimeout), checked((int)v.TotalMilliseconds));

    public static T ResetProcessExecutionTimeout<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExecutionTimeout), null);

    public static T SetProcessOutputLogging<T>(this T o, bool? v) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), v);

    public static T EnableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), true);

    public static T DisableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), false);

    public static T ResetProcessOutputLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessOutputLogging), null);

    public static T SetProcessInvocationLogging<T>(this T o, bool? v) where T : ToolOptions =>
        o.With(nameof(o.ProcessInvocationLogging), v);

    public static T EnableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessInvocationLogging), true);

    public static T DisableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessInvocationLogging), false);

    public static T ResetProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessInvocationLogging), null);

    public static T SetProcessExitHandling<T>(this T o, bool? v) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), v);

    public static T EnableProcessExitHandling<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), true);

    public static T DisableProcessExitHandling<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), false);

    public static T ResetProcessExitHandling<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessExitHandling), null);

    public static T SetProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions =>
        o.WithList(nameof(o.ProcessRedactedSecrets), v);

    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions =>
        o.WithAdded(nameof(o.ProcessRedactedSecrets), o.ProcessRedactedSecrets, v);

    public static T ClearProcessRedactedSecrets<T>(this T o) where T : ToolOptions => o.With(nameof(o.ProcessRedactedSecrets), null);

    public static T SetProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions =>
        o.WithList(nameof(o.ProcessAdditionalArguments), v);

    public static T SetProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions =>
        o.WithList(nameof(o.ProcessAdditionalArguments), v);

    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions =>
        o.WithAdded(nameof(o.ProcessAdditionalArguments), o.ProcessAdditionalArguments, v);

    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions =>
        o.WithAdded(nameof(o.ProcessAdditionalArguments), o.ProcessAdditionalArguments, v);

    public static T ClearProcessAdditionalArguments<T>(this T o) where T : ToolOptions =>
        o.With(nameof(o.ProcessAdditionalArguments), null);
}
