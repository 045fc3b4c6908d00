using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text;
using Nuke.Common.Logging;
using Nuke.Common.Parameters;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>A run of a build from its start to its exit code.</summary>
internal sealed class BuildManager
{
    private const int ErrorExitCode = -1;
    private readonly Lock finishing = new();
    private readonly NukeBuild build;
    private BuildExecutor? executor;
    private bool finished;

    private BuildManager(NukeBuild build) => this.build = build;

    public static int Execute<T>(Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
            Console.OutputEncoding = Encoding.UTF8;
        var build = new T();
        return new BuildManager(build).Run(() => TargetFactory.CreateAll(build, defaultTargets));
    }

    private int Run(Func<List<ExecutableTarget>> createTargets)
    {
        using var interruption = new Interruption(Abort);
        try
        {
            BuildLog.Configure(NukeBuild.Host, build.IsOutputEnabled(DefaultOutput.Timestamps));
            build.ExecutableTargets = createTargets();
            build.Notify<IOnBuildCreated>(x => x.OnBuildCreated(build.ExecutableTargets));
            if (!build.NoLogo)
                build.WriteLogo();
            build.ExecutionPlan = ExecutionPlanner.Plan(
                build.ExecutableTargets,
                ParameterService.GetParameter<string[]>(ParameterNames.Target, ParameterNames.TargetsSeparator[0]));
            build.Notify<IOnBuildInitialized>(x => x.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan));
            executor = new BuildExecutor(build, interruption);
            executor.Execute(ParameterService.GetParameter<string[]>(ParameterNames.Skip, ParameterNames.TargetsSeparator[0]));
            return build.ExitCode ??= build.IsSucceeding ? 0 : ErrorExitCode;
        }
        catch (InterruptedException)
        {
            return build.ExitCode ??= interruption.ExitCode;
        }
        catch (Exception exception)
        {
            Report(exception.Unwrap());
            return build.ExitCode ??= ErrorExitCode;
        }
        finally
        {
            Finish();
            Log.CloseAndFlush();
        }
    }

    private static void Report(Exception exception)
    {
        if (exception is TargetExecutionException)
            return;
        Log.Verbose(exception, "Target-unrelated exception was thrown");
        Output.Error(exception.Message);
    }

    // On the signal's thread, while the target still runs.
    [DoesNotReturn]
    private void Abort(int exitCode)
    {
        executor?.ExecuteAssured();
        Finish();
        Log.CloseAndFlush();
        Environment.Exit(exitCode);
    }

    private void Finish()
    {
        lock (finishing)
        {
            if (finished || !build.IsPlanned)
                return;
            finished = true;
            foreach (var target in build.ExecutionPlan)
            {
                target.Stopwatch.Stop();
                target.Status = target.Status switch
                {
                    ExecutionStatus.Running => ExecutionStatus.Aborted,
                    ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                    var status => status,
                };
            }

            build.WriteErrorsAndWarnings();
            build.WriteTargetOutcome();
            build.WriteBuildOutcome();
            build.Notify<IOnBuildFinished>(x => x.OnBuildFinished());
        }
    }
}
