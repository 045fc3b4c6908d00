using System.Linq.Expressions;
using FinanceHub.Delivery;
using FinanceHub.Delivery.CommandLine;
using Nuke.Common;

/// <summary>
/// A build that does nothing until all that it was told is understood. The engine guesses, ignores and warns; for a tool that deploys,
/// each of these must stop first. Works the same on either engine.
/// </summary>
[StrictChecks]
[StrictRequirements]
internal abstract class StrictBuild : NukeBuild
{
    /// <summary>The root while it is looked for from elsewhere: the engine reads it as a parameter.</summary>
    private const string RootVariable = "NUKE_ROOT";

    /// <summary>Checks, then runs the build.</summary>
    /// <returns>The engine's exit code; 2 for a command line that is not clear, 10 for a malformed parameters file.</returns>
    public static new int Execute<T>(params Expression<Func<T, Target>>[] defaultTargets)
        where T : StrictBuild, new()
    {
        try
        {
            return CheckThenExecute(defaultTargets);
        }
        catch (DeliveryFailure failure)
        {
            Console.Error.WriteLine(failure.Message);
            return (int)failure.Code;
        }
        catch (TypeInitializationException exception) when (exception.InnerException is { } cause)
        {
            // What the engine finds out in a static constructor is the user's to mend, not a bug.
            Console.Error.WriteLine(cause.Message);
            return (int)FinanceHub.Delivery.ExitCode.Failed;
        }
        finally
        {
            SecretOutput.Complete();
        }
    }

    private static int CheckThenExecute<T>(Expression<Func<T, Target>>[] defaultTargets)
        where T : StrictBuild, new()
    {
        var arguments = Environment.GetCommandLineArgs()[1..];
        var model = BuildSurface.Of(typeof(T));
        if (CompletionCommand.TryRun(model, arguments, out var text))
        {
            Console.Out.Write(text);
            return 0;
        }

        var root = BuildRoot.Find(arguments);
        var report = CommandLineChecks.Check(model, new CommandLineInput(arguments, EnvironmentInfo.Variables, Path.Combine(root.Directory, ".nuke")));
        SecretOutput.Install(report.Secrets);
        CommandLineGate.Report = report;
        if (report.Faults.Any(x => x.StopsEngine))
            return CommandLineGate.Refuse(report.Faults);

        InitializeEngine(root);
        var exitCode = NukeBuild.Execute(defaultTargets);
        // The engine could not even make its targets, so nobody has told the user yet.
        return report.Faults.Count > 0 ? CommandLineGate.Refuse(report.Faults) : exitCode;
    }

    // The engine looks for its root from the working directory; the build may be started from anywhere.
    private static void InitializeEngine(BuildRoot root)
    {
        if (!root.IsElsewhere)
            return;
        Environment.SetEnvironmentVariable(RootVariable, root.Directory);
        _ = RootDirectory;
        // Not for the processes that the build starts: they may be builds of other roots.
        Environment.SetEnvironmentVariable(RootVariable, null);
    }
}
