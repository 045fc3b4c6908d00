using System.Collections.Concurrent;

namespace Nuke.Common.Tooling;

/// <summary>Invokes a tool once per set of options.</summary>
internal static class Combinations
{
    /// <param name="options">The invocations.</param>
    /// <param name="execute">Invokes one.</param>
    /// <param name="logger">Logs a line.</param>
    /// <param name="degreeOfParallelism">How many run at once.</param>
    /// <param name="completeOnFailure">Whether a failure lets the others run nevertheless.</param>
    /// <exception cref="AggregateException">One or more failed.</exception>
    public static IReadOnlyCollection<(T Settings, IReadOnlyCollection<Output> Output)> Execute<T>(
        IEnumerable<T> options,
        Func<T, IReadOnlyCollection<Output>> execute,
        Action<OutputType, string> logger,
        int degreeOfParallelism,
        bool completeOnFailure)
        where T : ToolOptions
    {
        var invocations = options.ToList();
        var outputs = new IReadOnlyCollection<Output>?[invocations.Count];
        var failures = new ConcurrentQueue<Exception>();
        // At most one at a time: output can be shown as it comes, nothing is mixed.
        var streams = degreeOfParallelism == 1;
        var gate = new Lock();

        Parallel.For(0, invocations.Count, new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism }, (index, state) =>
        {
            if (state.ShouldExitCurrentIteration)
                return;

            var invocation = invocations[index];
            try
            {
                outputs[index] = execute(streams ? invocation : invocation.DisableProcessOutputLogging());
            }
            catch (Exception exception)
            {
                failures.Enqueue(exception);
                outputs[index] = (exception as ProcessException)?.Process.Output;
                if (!completeOnFailure)
                    state.Stop();
            }

            if (!streams)
                Show(invocation, outputs[index] ?? [], logger, gate);
        });

        if (!failures.IsEmpty)
            throw new AggregateException(failures);

        return [.. invocations.Select((x, i) => (x, outputs[i]!))];
    }

    private static void Show(ToolOptions invocation, IEnumerable<Output> output, Action<OutputType, string> logger, Lock gate)
    {
        if (!(invocation.ProcessOutputLogging ?? ProcessTasks.DefaultLogOutput))
            return;

        var redact = Redaction.Of(invocation.GetSecrets());
        lock (gate)
        {
            foreach (var line in output)
                logger(line.Type, redact(line.Text));
        }
    }
}
