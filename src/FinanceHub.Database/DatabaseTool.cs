using System.Data.Common;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.Data.Storage;
using FinanceHub.Database.Commands;

namespace FinanceHub.Database;

/// <summary>Runs one command.</summary>
internal static class DatabaseTool
{
    private static readonly IDatabaseProvider[] Providers = [new SqliteProvider(), new PostgreSqlProvider()];

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        using var signals = new TerminationSignals(Environment.GetEnvironmentVariable);
        try
        {
            var line = CommandLine.Parse(arguments, Environment.GetEnvironmentVariable);
            if (line is null)
                await output.WriteLineAsync(CommandLine.Usage);
            else
                await DispatchAsync(line, output, signals.Token);
            return (int)ToolExitCode.Success;
        }
        catch (ToolFailure failure)
        {
            return await FailAsync(error, failure.ExitCode, failure.Message);
        }
        catch (DbException fault)
        {
            var unreachable = Providers.Any(provider => provider.IsUnreachable(fault));
            return await FailAsync(error, unreachable ? ToolExitCode.Unreachable : ToolExitCode.Failed, $"The database says: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return await FailAsync(error, ToolExitCode.Failed, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return await FailAsync(error, ToolExitCode.Failed, "Interrupted; what was begun was taken back, run the command again.");
        }
    }

    private static Task DispatchAsync(CommandLine line, TextWriter output, CancellationToken cancellation)
    {
        var provider = DatabaseProviders.Find(Providers, line.Provider) ?? throw new ToolFailure(
            ToolExitCode.Usage,
            $"--provider: expected {string.Join(" or ", Providers.Select(known => known.Name.ToLowerInvariant()))}, found \"{line.Provider}\".");
        if (line.Command == "migrations")
            return StatusCommand.ListAsync(provider, line.Json, output);
        if (line.Command == "lint")
            return LintCommand.RunAsync(provider, line.Json, output);

        var target = Target.Of(provider, line.Connection);
        return line.Command switch
        {
            "status" => StatusCommand.RunAsync(target, line.Json, output, cancellation),
            "up" => MigrateCommand.UpAsync(target, output, cancellation),
            "down" => MigrateCommand.DownAsync(target, line.To!, output, cancellation),
            "seed" => SeedCommand.RunAsync(target, output, cancellation),
            "verify" => VerifyCommand.RunAsync(target, output, cancellation),
            "count" => CountCommand.RunAsync(target, line.Json, output, cancellation),
            "reset" => ResetCommand.RunAsync(target, line.Yes, output, cancellation),
            "restore" => RestoreCommand.RunAsync(target, line.Input!, line.Replace, output, cancellation),
            "backup" => BackupCommand.RunAsync(target, line.Output!, output, cancellation),
            _ => throw new InvalidOperationException($"The command {line.Command} is known but not dispatched."),
        };
    }

    private static async Task<int> FailAsync(TextWriter error, ToolExitCode code, string message)
    {
        await error.WriteLineAsync(message.ReplaceLineEndings(" "));
        return (int)code;
    }
}
