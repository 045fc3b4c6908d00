using System.Diagnostics.Metrics;
using FinanceHub.Data.Jobs;

namespace FinanceHub.Worker.Jobs;

/// <summary>What is measured of the jobs.</summary>
internal sealed class JobMetrics
{
    public const string MeterName = "FinanceHub.Worker";

    private readonly Counter<long> _runs;
    private readonly Histogram<double> _duration;
    private long _pending;

    public JobMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _runs = meter.CreateCounter<long>("financehub.worker.job.runs", "{run}", "Runs of jobs by kind and outcome.");
        _duration = meter.CreateHistogram<double>("financehub.worker.job.duration", "s", "How long runs of jobs took.");
        meter.CreateObservableGauge("financehub.worker.outbox.pending", () => Interlocked.Read(ref _pending), "{message}", "Messages that wait for their delivery.");
    }

    public void Count(string kind, JobOutcome outcome, TimeSpan duration)
    {
        var (name, how) = (KeyValuePair.Create("kind", (object?)kind), KeyValuePair.Create("outcome", (object?)(outcome == JobOutcome.Succeeded ? "succeeded" : "failed")));
        _runs.Add(1, name, how);
        _duration.Record(duration.TotalSeconds, name, how);
    }

    public void OutboxPending(int messages) => Interlocked.Exchange(ref _pending, messages);
}
