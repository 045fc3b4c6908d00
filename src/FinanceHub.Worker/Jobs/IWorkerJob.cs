namespace FinanceHub.Worker.Jobs;

/// <summary>Something that the worker does again and again. Harmless to repeat, and to break off in the middle.</summary>
internal interface IWorkerJob
{
    /// <summary>Does it once.</summary>
    /// <returns>What it did, one sentence.</returns>
    /// <exception cref="JobFailedException">It failed in a way that it can explain.</exception>
    Task<string> RunAsync(CancellationToken cancellation);
}
