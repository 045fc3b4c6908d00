using FinanceHub.Delivery.CommandLine;
using FinanceHub.Supervisor.Secrets;
using Serilog;

/// <summary>
/// Keeps secrets out of everything that the process prints and logs. Both engines write to the console through Console.Out at the
/// moment of writing, so it is replaced; log files are written behind the static log, so that is wrapped.
/// </summary>
internal static class SecretOutput
{
    private static RedactingWriter? output;
    private static RedactingWriter? error;

    private static SecretRedactor Redactor { get; set; } = new([]);

    /// <summary>Replaces standard output and error; without secrets nothing is replaced.</summary>
    public static void Install(IReadOnlyCollection<string> secrets)
    {
        if (secrets.Count == 0)
            return;
        Redactor = new SecretRedactor(secrets);
        Console.SetOut(output = new RedactingWriter(Console.Out, Redactor));
        Console.SetError(error = new RedactingWriter(Console.Error, Redactor));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Complete();
        // The runtime prints an unhandled exception by itself, past the console's writers, unless the process ends here.
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            error.WriteLine($"Unhandled exception. {unhandled.ExceptionObject}");
            Environment.Exit((int)FinanceHub.Delivery.ExitCode.Failed);
        };
    }

    /// <summary>For what the build writes elsewhere: ledger rows, evidence.</summary>
    public static string Redact(string text) => Redactor.Redact(text);

    /// <summary>Wraps the log that the engine has set up.</summary>
    public static void InstallIntoLog()
    {
        if (Redactor.IsEmpty)
            return;
        Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new RedactingSink(Log.Logger, Redactor)).CreateLogger();
    }

    /// <summary>Prints what was held back because it could have been the beginning of a secret.</summary>
    public static void Complete()
    {
        output?.Complete();
        error?.Complete();
    }
}
