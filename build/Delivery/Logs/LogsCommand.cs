using FinanceHub.Delivery.CommandLine;
using FinanceHub.Delivery.Processes;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Logs;

/// <summary>Shows what services wrote, and goes on showing if asked to, also when a deploy replaces them.</summary>
internal sealed class LogsCommand(DeliveryContext context)
{
    private const string FileName = "service.log";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync(LogsRequest request, CancellationToken cancellation)
    {
        Require(request);
        var instances = await InstancesAsync(request.Service, cancellation);
        if (instances.Count == 0)
        {
            throw new DeliveryFailure(ExitCode.NotDeployed, $"Nothing is deployed to '{context.Environment.Name}', so there are no logs. Start it: ./build.sh Deploy --env {context.Environment.Name}");
        }

        var followers = new Dictionary<string, LogFollower>(StringComparer.Ordinal);
        try
        {
            foreach (var instance in instances)
            {
                var follower = followers[instance.Supervised.Directory] = new LogFollower(Path.Combine(instance.Supervised.Directory, FileName));
                follower.SkipToEnd();
                Print(instance.Name.Service, instance.Supervised.ReadLogTail(request.Lines), request.Service is null);
            }

            while (request.Follow && !cancellation.IsCancellationRequested)
            {
                await Task.Delay(Interval, context.Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Continue(followers, request.Service);
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
    private void Continue(Dictionary<string, LogFollower> followers, string? service)
    {
        foreach (var instance in new InstanceCatalog(context.State).Read().Where(instance => service is null || instance.Name.Service == service))
        {
            followers.TryAdd(instance.Supervised.Directory, new LogFollower(Path.Combine(instance.Supervised.Directory, FileName)));
            Print(instance.Name.Service, followers[instance.Supervised.Directory].Read(), service is null);
        }
    }

    private async Task<IReadOnlyList<Instance>> InstancesAsync(string? service, CancellationToken cancellation)
    {
        var found = await Observation.TakeAsync(context.State, cancellation);
        IEnumerable<Instance> all = found.Gateway is { } gateway ? [gateway, .. found.Serving] : found.Serving;
        return [.. all.Where(instance => service is null || instance.Name.Service == service).OrderBy(instance => Array.IndexOf([.. ServiceNames.Running], instance.Name.Service))];
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
