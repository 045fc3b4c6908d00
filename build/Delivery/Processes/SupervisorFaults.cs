using FinanceHub.Delivery.Environments;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>Gives the supervisor's failures the exit codes of delivery.</summary>
internal static class SupervisorFaults
{
    public static async Task<T> TranslateAsync<T>(StateDirectory state, Func<Task<T>> body)
    {
        try
        {
            return await body();
        }
        catch (SupervisorException fault)
        {
            throw new DeliveryFailure(CodeOf(fault.Fault), $"{fault.Message.TrimEnd('.')} (state directory {state.Root}).", fault);
        }
    }

    private static ExitCode CodeOf(SupervisorFault fault) => fault switch
    {
        SupervisorFault.PortInUse => ExitCode.PortInUse,
        SupervisorFault.NotWritable => ExitCode.StateNotWritable,
        SupervisorFault.DiskFull => ExitCode.DiskFull,
        SupervisorFault.StartFailed => ExitCode.HostCrashed,
        _ => ExitCode.Failed,
    };
}
