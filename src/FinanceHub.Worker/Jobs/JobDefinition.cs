namespace FinanceHub.Worker.Jobs;

/// <summary>A job of the schedule; one for each kind and subject.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Subject">What it does it for; empty if for everything.</param>
/// <param name="Interval">From the beginning of one run to the next.</param>
/// <param name="Delay">From the start of the worker to the first run; never more than the interval.</param>
/// <param name="Create">Makes it in the scope of a run.</param>
internal sealed record JobDefinition(string Kind, string Subject, Func<WorkerOptions, TimeSpan> Interval, TimeSpan Delay, Func<IServiceProvider, IWorkerJob> Create);
