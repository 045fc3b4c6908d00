using System.Collections;
using System.Globalization;
using FinanceHub.Supervisor.Native;

namespace FinanceHub.Supervisor.Running;

/// <summary>Environment of a supervised program: a few variables of the machine and what the specification says. Nothing else of the shell that deployed leaks in.</summary>
internal static class ChildEnvironment
{
    internal const string SupervisorVariable = "FINANCEHUB_SUPERVISOR_PID";
    internal const string ListenVariable = "FINANCEHUB_LISTEN_FD";
    internal const string StartupHooksVariable = "DOTNET_STARTUP_HOOKS";

    private static readonly HashSet<string> PassedOn = new(StringComparer.Ordinal)
    {
        "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ", "LANG", "LC_ALL", "LD_LIBRARY_PATH",
        // The last: a machine that forbids what the runtime does for it says so for every program.
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_CLI_HOME", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "DOTNET_EnableWriteXorExecute",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR",
    };

    internal static IReadOnlyDictionary<string, string> For(InstanceSpec spec)
    {
        var environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => PassedOn.Contains((string)variable.Key))
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);
        foreach (var (name, value) in spec.Environment)
            environment[name] = value;
        foreach (var (name, value) in SecretsOf(spec))
            environment[name] = value;
        if (spec.Listen is not null)
            environment[ListenVariable] = SpawnRequest.ListenerDescriptor.ToString(CultureInfo.InvariantCulture);
        AddStartupHook(environment);
        return environment;
    }

    /// <summary>The secrets of a specification by name.</summary>
    /// <exception cref="SupervisorException">The supervisor was started without one.</exception>
    internal static IReadOnlyDictionary<string, string> SecretsOf(InstanceSpec spec) => (spec.Secrets ?? new Dictionary<string, string>()).ToDictionary(
        secret => secret.Key,
        secret => System.Environment.GetEnvironmentVariable(secret.Key) ?? throw new SupervisorException(
            SupervisorFault.StartFailed, $"The supervisor of '{spec.Service}' has no value for {secret.Key} ({secret.Value}): it is not kept anywhere, so deploy again instead of starting the supervisor by hand."),
        StringComparer.Ordinal);

    // Asked each time: a release whose files are gone must not keep its services from starting again.
    private static void AddStartupHook(Dictionary<string, string> environment)
    {
        var hook = typeof(ChildEnvironment).Assembly.Location;
        if (!OperatingSystem.IsLinux() || !File.Exists(hook))
            return;
        environment[SupervisorVariable] = System.Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        environment[StartupHooksVariable] = environment.TryGetValue(StartupHooksVariable, out var others)
            ? string.Join(Path.PathSeparator, hook, others)
            : hook;
    }
}
