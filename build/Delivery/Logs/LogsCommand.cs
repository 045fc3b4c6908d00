using FinanceHub.Delivery.CommandLine;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Logs;

/// <summary>Shows what services wrote, and goes on showing if asked to, also when a deploy replaces them.</summary>
internal sealed class LogsCommand(DeliveryContext context)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync(LogsRequest request, CancellationToken cancellation)
    {
        Require(request);
        var instances = await InstancesAsync(request.Service, cancellation);
        if (instances.Count == 0)
        {
            throw new DeliveryFailure(ExitCode.NotDeployed, $"Nothing is deployed to '{context.Environment.Name}', so there are no logs. Start it: ./build.sh Deploy --env {context.Environment.Name}");
        }

        var followers = new Dictionary<(string Service, string Group), ILogReader>();
        try
        {
            foreach (var instance in instances)
            {
                followers[(instance.Service, instance.Group)] = context.Platform.FollowLog(instance, fromStart: false);
                Print(instance.Service, context.Platform.ReadLogTail(instance, request.Lines), request.Service is null);
            }

            while (request.Follow && !cancellation.IsCancellationRequested)
            {
                await Task.Delay(Interval, context.Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ContinueAsync(followers, request.Service);
            }
        }
        finally
        {
            foreach (var follower in followers.Values)
            {
                follower.Dispose();
            }
        }
    }

    /// <summary>Every instance that is there, also those that a deploy in progress has just started.</summary>
    private async Task ContinueAsync(Dictionary<(string Service, string Group), ILogReader> followers, string? service)
    {
        foreach (var instance in (await context.Platform.ObserveAsync(CancellationToken.None)).Instances.Where(instance => service is null || instance.Service == service))
        {
            if (!followers.TryGetValue((instance.Service, instance.Group), out var follower))
            {
                follower = followers[(instance.Service, instance.Group)] = context.Platform.FollowLog(instance, fromStart: true);
            }

            Print(instance.Service, follower.Read(), service is null);
        }
    }

    private async Task<IReadOnlyList<IInstance>> InstancesAsync(string? service, CancellationToken cancellation)
    {
        var found = await context.Platform.ObserveAsync(cancellation);
        IEnumerable<IInstance> all = found.Gateway is { } gateway ? [gateway, .. found.Serving] : found.Serving;
        return [.. all.Where(instance => service is null || instance.Service == service).OrderBy(instance => Array.IndexOf([.. ServiceNames.Running], instance.Service))];
    }

    private void Print(string service, IEnumerable<string> lines, bool named)
    {
        foreach (var line in lines)
        {
            context.Output.Data(named ? $"{service,-7} | {line}" : line);
        }
    }

    private static void Require(LogsRequest request)
    {
        if (request.Service is { } service && !ServiceNames.Running.Contains(service))
        {
            throw new DeliveryFailure(ExitCode.Usage, $"There is no service '{service}'.{Suggestions.For(service, ServiceNames.Running)} Known: {string.Join(", ", ServiceNames.Running)}.");
        }

        if (request.Lines < 0)
        {
            throw new DeliveryFailure(ExitCode.Usage, $"The number of lines is {request.Lines}, expected 0 or more.");
        }
    }
}
