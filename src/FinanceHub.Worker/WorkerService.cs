namespace FinanceHub.Worker;

/// <summary>The service's own name.</summary>
internal sealed class WorkerService
{
    public const string Id = "worker";
}
