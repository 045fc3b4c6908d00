using FinanceHub.Delivery;
using FinanceHub.Delivery.CommandLine;

/// <summary>Where a build stops whose command line is not clear.</summary>
internal static class CommandLineGate
{
    /// <summary>What was found before the engine started.</summary>
    public static CommandLineReport Report { get; set; } = new([], [], []);

    /// <summary>Prints what is wrong.</summary>
    /// <returns>Exit code 2.</returns>
    public static int Refuse(IEnumerable<Fault> faults)
    {
        Console.Error.WriteLine(CommandLineReport.Format(faults));
        return (int)ExitCode.Usage;
    }

    /// <summary>Prints what is wrong and ends the process, from within the engine.</summary>
    public static void RefuseAndExit(IEnumerable<Fault> faults) => Exit(Refuse(faults));

    /// <summary>Ends the process, from within the engine.</summary>
    public static void Exit(int exitCode)
    {
        SecretOutput.Complete();
        Environment.Exit(exitCode);
    }
}
