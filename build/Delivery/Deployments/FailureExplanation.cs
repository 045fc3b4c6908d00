using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Turns whatever ended a replacement into the failure that the user reads: the cause, and what serves now.</summary>
/// <param name="context">The environment.</param>
/// <param name="before">What served.</param>
/// <param name="releaseId">What was to serve.</param>
/// <param name="restores">Whether that is an earlier release, which is wanted, and not a new one, which has failed.</param>
internal sealed class FailureExplanation(DeliveryContext context, Observation before, string releaseId, bool restores = false)
{
    /// <param name="fault">What was caught.</param>
    /// <param name="switched">Whether traffic had been on the new release.</param>
    /// <param name="mayServe">Whether it could not be taken away from it again, so that nothing was stopped.</param>
    /// <param name="notes">What could not be undone.</param>
    public Exception Explain(Exception fault, bool switched = false, bool mayServe = false, params IReadOnlyCollection<string> notes)
    {
        var rest = string.Concat(notes.Select(note => " " + note));
        if (mayServe && fault is not DeliveryFailure { Code: ExitCode.LeaseLost })
        {
            var both = $"Customers may still be on {releaseId}; both it and {before.ServingReleaseId} were left running.{rest} To have {(restores ? releaseId : before.ServingReleaseId)} alone: ./build.sh Rollback --env {context.Environment.Name}";
            return fault is OperationCanceledException ? context.Interrupted(both) : new DeliveryFailure((fault as DeliveryFailure)?.Code ?? ExitCode.Failed, $"{Sentence(fault.Message)} {both}", fault);
        }

        var still = before.ServingReleaseId is { } previous ? $"{previous} still serves." : "Nothing was running before, and nothing is now.";
        return fault switch
        {
            OperationCanceledException => context.Interrupted($"{releaseId} is not in service, and what was started of it is stopped. {still}{rest}"),
            DeliveryFailure { Code: ExitCode.LeaseLost } => fault,
            DeliveryFailure failure when switched && before.ServingReleaseId is not null =>
                new DeliveryFailure(ExitCode.RolledBack, $"{Sentence(failure.Message)} Traffic had been switched and was put back: {still}{rest}", failure),
            DeliveryFailure failure => new DeliveryFailure(failure.Code, $"{Sentence(failure.Message)} {still}{rest}", failure),
            _ when StateFaults.Explain(fault, context.State.Root) is { } known => new DeliveryFailure(known.Code, $"{known.Message} {still}{rest}", fault),
            _ => fault,
        };
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
