namespace FinanceHub.Database.Commands;

internal static class RestoreCommand
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Target target, string file, bool replace, TextWriter output, CancellationToken cancellation)
    {
        var administration = target.Administration;
        using var runner = await administration.LockAsync(LockWait, cancellation);
        var kept = await administration.RestoreAsync(file, replace, cancellation);
        await output.WriteLineAsync($"{target.Description}: restored from {Path.GetFullPath(file)}.{(kept is null ? "" : $" What was there is kept as {kept}.")}");
    }
}
