using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Running;

/// <summary>
/// Runs inside each .NET program that a supervisor starts, before its Main, and asks the kernel to terminate it when the supervisor
/// dies, however that happens. Only the process itself can ask for that, and a wrapper process that asks and then executes the
/// program would cost a second start of the runtime. Linux only: elsewhere, and for programs that are not .NET, the next start or
/// stop of the instance finds and ends the orphan.
/// </summary>
internal static class StartupHook
{
    internal static void Initialize()
    {
        var supervisor = Environment.GetEnvironmentVariable(ChildEnvironment.SupervisorVariable);
        // Not for what the program itself may start: its parent is another.
        Environment.SetEnvironmentVariable(ChildEnvironment.SupervisorVariable, null);
        Environment.SetEnvironmentVariable(ChildEnvironment.StartupHooksVariable, null);
        _ = Libc.prctl(Libc.PR_SET_PDEATHSIG, Libc.SIGTERM);

        // It may have died before the request: then no signal will come any more.
        if (int.TryParse(supervisor, out var pid) && Libc.getppid() != pid)
            _ = Libc.kill(Environment.ProcessId, Libc.SIGTERM);
    }
}
