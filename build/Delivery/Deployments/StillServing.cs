using System.Net;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>
/// What on-call wants serves already, because a deploy was aborted before it was in service or a rollback was killed after the switch: it is
/// not believed to serve but asked.
/// </summary>
internal sealed class StillServing(DeliveryContext context, StepTrack steps, Observation before, IPEndPoint listen, bool smokes) : IRestoration
{
    private readonly PublicAddress _public = new(listen);

    public Uri Address => _public.Uri;

    public TimeSpan SwitchDuration => TimeSpan.Zero;

    public TimeSpan ConfirmedAfter { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var releaseId = before.ServingReleaseId!;
        try
        {
            await steps.RunAsync(DeployStep.Ready, () => context.Platform.AwaitReadyAsync(before.Serving, releaseId, cancellation), cancellation);
            if (smokes)
            {
                await steps.RunAsync(DeployStep.Smoke, () => ReleaseSmoke.RequireAsync(context, before.Serving, releaseId, cancellation), cancellation);
            }

            await steps.RunAsync(DeployStep.Confirm, () => _public.ConfirmAsync(releaseId, context.Clock, cancellation), cancellation);
        }
        catch (OperationCanceledException)
        {
            throw context.Interrupted($"{releaseId} serves, but was not verified.");
        }
        catch (DeliveryFailure fault)
        {
            throw new DeliveryFailure(fault.Code, $"{releaseId} serves again, but is not well: {fault.Message} Go further back: ./build.sh Rollback --env {context.Environment.Name}", fault);
        }

        ConfirmedAfter = steps.Elapsed;
    }
}
