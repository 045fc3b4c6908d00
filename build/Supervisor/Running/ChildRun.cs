using FinanceHub.Supervisor.Logs;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Secrets;
using Microsoft.Win32.SafeHandles;

namespace FinanceHub.Supervisor.Running;

/// <summary>One start of the program, from spawn to exit.</summary>
internal sealed class ChildRun
{
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);
    private readonly ChildProcess _process;
    private readonly OutputPump _output;
    private readonly ReadinessProbe? _probe;

    private ChildRun(int generation, InstanceSpec spec, ChildProcess process, OutputPump output)
    {
        Generation = generation;
        Spec = spec;
        _process = process;
        _output = output;
        _probe = spec.ReadyUrl is { } url ? new ReadinessProbe(new Uri(url), spec.ReleaseId) : null;
    }

    internal int Generation { get; }

    internal InstanceSpec Spec { get; }

    internal int Pid => _process.Pid;

    internal ProcessIdentity? Identity => _process.Identity;

    internal IReadOnlyList<string> LastLines => _output.LastLines;

    internal string LastAnswer => _probe?.LastAnswer ?? "not asked";

    /// <exception cref="SupervisorException">The program cannot be executed.</exception>
    internal static ChildRun Start(int generation, InstanceSpec spec, RotatingLog log, SafeFileHandle nothing, ListeningSocket? listener)
    {
        var output = new OutputPump(log, new SecretRedactor(ChildEnvironment.SecretsOf(spec).Values));
        try
        {
            var process = ChildProcess.Start(new SpawnRequest(
                CommandLine(spec),
                ChildEnvironment.For(spec),
                spec.WorkingDirectory ?? Path.GetDirectoryName(spec.Program)!,
                (int)nothing.DangerousGetHandle(),
                output.WriteDescriptor)
            {
                Listener = listener?.Descriptor,
            });
            return new ChildRun(generation, spec, process, output);
        }
        finally
        {
            output.Start();
        }
    }

    /// <summary>Calls back, on threads of its own, when the program is ready and when it has ended and all of its output is logged.</summary>
    internal void Watch(Action<ChildRun> ready, Action<ChildRun, ChildExit> ended)
    {
        _process.WatchExit(exit =>
        {
            _probe?.Stop();
            _output.WaitForEnd(OutputGrace);
            ended(this, exit);
        });
        if (_probe is null)
            ready(this);
        else
            _probe.Start(() => ready(this));
    }

    internal void Signal(int signal)
    {
        _probe?.Stop();
        _process.Signal(signal);
    }

    private static IReadOnlyList<string> CommandLine(InstanceSpec spec) => spec.Program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        ? [Environment.ProcessPath!, spec.Program, .. spec.Arguments]
        : [spec.Program, .. spec.Arguments];
}
