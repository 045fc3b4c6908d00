using System.Globalization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Gives a new release its share of the traffic step by step, and watches it at each.</summary>
internal sealed class TrafficShift(DeliveryContext context, StepTrack steps, ReleaseWatch watch, TrafficShare old)
{
    /// <exception cref="DeliveryFailure">The new release does worse than allowed; the traffic is still shared.</exception>
    public async Task RunAsync(string group, string releaseId, IReadOnlyList<IInstance> hosts, IReadOnlyList<CanaryStep> shifts, CancellationToken cancellation)
    {
        foreach (var shift in shifts)
        {
            // The old release is the one that serves until the end: whoever finds the traffic shared knows where all of it belongs.
            var split = new TrafficSplit(old.ReleaseId, [new TrafficShare(group, releaseId, shift.Weight), old with { Weight = 100 - shift.Weight }]);
            await steps.RunAsync(DeployStep.Shift, () => context.Platform.RouteAsync(split, cancellation), cancellation);
            context.Output.Info(string.Create(CultureInfo.InvariantCulture, $"{shift.Weight} % of the clients are on {releaseId} for {shift.Pause.TotalSeconds:0.#} s"));
            await steps.RunAsync(DeployStep.Bake, () => watch.BesideAsync(hosts, shift.Pause, cancellation), cancellation);
        }
    }
}
