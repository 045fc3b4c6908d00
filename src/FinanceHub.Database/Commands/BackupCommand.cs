namespace FinanceHub.Database.Commands;

internal static class BackupCommand
{
    public static async Task RunAsync(Target target, string file, TextWriter output, CancellationToken cancellation)
    {
        await target.Administration.BackUpAsync(file, cancellation);
        await output.WriteLineAsync($"{target.Description}: copied to {Path.GetFullPath(file)}.");
    }
}
