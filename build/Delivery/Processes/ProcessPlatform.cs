using System.Diagnostics;
using System.Net;
using System.Text.Json;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Gateway;
using FinanceHub.Delivery.Logs;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Secrets;
using FinanceHub.Supervisor;

namespace FinanceHub.Delivery.Processes;

/// <summary>Processes of this machine, each kept alive by a supervisor of its own; nothing needed but .NET.</summary>
internal sealed class ProcessPlatform(StateDirectory state, EnvironmentLimits limits, TimeProvider clock) : IPlatform
{
    private const string LogFile = "service.log";
    private readonly InstanceCatalog _catalog = new(state);
    private readonly StandbyFile _standby = new(state);
    private readonly ProcessGateway _gateway = new(state, limits);

    // From the start of the first host until all are ready: what was found free for them stays theirs.
    private PortAllocator? _free;

    // A host that is kept warm may have been restarted long before anybody looks.
    private readonly Dictionary<InstanceName, int> _restartsWhenReady = [];

    public IEnvironmentDatabase Database { get; } = new FileDatabase(state, limits, clock);

    private GatewayTraffic Traffic => new(_gateway.Current().Address!, clock);

    public async Task<Observation> ObserveAsync(CancellationToken cancellation)
    {
        var instances = _catalog.Read();
        var gateway = instances.FirstOrDefault(instance => instance.Name == InstanceName.Gateway);
        var answer = gateway is { IsAlive: true, Address: { } address } ? await AskAsync(address, cancellation) : null;
        IInstance[] hosts = [.. instances.Where(instance => instance != gateway)];
        return Observation.Of(hosts, GatewaySplit.FromRoutes(answer ?? ReadStoredRoutes(), hosts), _standby.Read()) with
        {
            Gateway = gateway,
            GatewayAnswers = answer is not null,
            Listen = gateway?.Spec?.Listen is { } listen ? IPEndPoint.Parse(listen) : null,
        };
    }

    public bool CanListen(IPEndPoint endpoint) => PortAllocator.IsFree(endpoint.Address, endpoint.Port);

    public IReadOnlyList<HostSettings> SettingsOf(ReleaseBundle release) =>
        [.. new InstanceSpecs(release, state, limits).Hosts(0, 0, 0).Select(spec => new HostSettings(spec.Service, spec.Environment))];

    public bool IsStartedWith(IInstance host, ReleaseBundle release, IReadOnlyList<HostSecret> secrets)
    {
        var (instance, own) = ((Instance)host, secrets.Where(secret => secret.Service == host.Service).ToList());
        return SettingsOf(release).FirstOrDefault(settings => settings.Service == host.Service) is { } wanted
            && HostSettings.AreEqual(wanted.Values, instance.Spec?.Environment)
            && HostSettings.AreEqual(own.ToDictionary(secret => secret.Setting, secret => secret.Reference.ToString(), StringComparer.Ordinal), instance.Spec?.Secrets ?? new Dictionary<string, string>(StringComparer.Ordinal))
            && new SecretSeal(instance.Supervised.Directory).Matches(own);
    }

    public async Task<IReadOnlyList<IInstance>> StartAsync(ReleaseBundle release, string group, IReadOnlyList<HostSecret> secrets) =>
        await new HostGroup(state, limits, group).StartAsync(release, secrets, _free ??= new PortAllocator());

    public Task StartGatewayAsync(ReleaseBundle release, IPEndPoint listen) => _gateway.StartAsync(release, listen, _free ??= new PortAllocator());

    public Task ReplaceGatewayAsync(ReleaseBundle release, IPEndPoint listen) => _gateway.ReplaceAsync(release, listen);

    public async Task AwaitReadyAsync(IReadOnlyCollection<IInstance> instances, string releaseId, CancellationToken cancellation)
    {
        try
        {
            await new ReadinessGate(limits.ReadyTimeout, clock).WaitAsync([.. instances.Cast<Instance>()], releaseId, cancellation);
            foreach (var instance in instances.Cast<Instance>())
            {
                _restartsWhenReady[instance.Name] = instance.Supervised.ReadStatus()?.Restarts ?? 0;
            }
        }
        finally
        {
            Release();
        }
    }

    public Task ProbeAsync(IReadOnlyCollection<IInstance> instances, string releaseId, CancellationToken cancellation) =>
        new RunningProbe(_restartsWhenReady, clock).RequireAsync([.. instances.Cast<Instance>()], releaseId, cancellation);

    public Task<TimeSpan> RouteAsync(TrafficSplit split, CancellationToken cancellation) => Traffic.RouteAsync(GatewaySplit.ToRoutes(split, _catalog.Read()), cancellation);

    public async Task<TrafficReading?> ReadTrafficAsync(CancellationToken cancellation)
    {
        if (_gateway.Current().Address is not { } admin)
        {
            return null;
        }

        using var client = new GatewayClient(admin);
        return (await client.ReadFiguresAsync(cancellation))?.ToReading();
    }

    public Task<int> DrainAsync(IReadOnlyCollection<IInstance> instances, CancellationToken cancellation) =>
        Traffic.DrainAsync(instances.Select(instance => instance.Address).OfType<Uri>().ToHashSet(), limits.DrainTimeout, cancellation);

    public void KeepStandby(string? group)
    {
        if (group is null)
        {
            _standby.Clear();
        }
        else
        {
            _standby.Write(group);
        }
    }

    public Task<string?> StopAsync(IReadOnlyCollection<IInstance> instances, string operation)
    {
        Release();
        return new InstanceStopper(state, limits).StopAsync([.. instances.Cast<Instance>().Where(instance => Directory.Exists(instance.Supervised.Directory))], operation);
    }

    public void ForgetRoutes() => File.Delete(state.GatewayRoutes);

    public void Purge()
    {
        foreach (var directory in new[] { state.Instances, state.Data, state.Diagnostics }.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }

        ForgetRoutes();
        _standby.Clear();
    }

    public InstanceReport Describe(IInstance instance)
    {
        var (found, alive) = ((Instance)instance, instance.IsAlive);
        var status = found.Supervised.ReadStatus();
        var (memory, processor) = alive && status?.ChildPid is { } pid ? Use(pid) : default;
        return new InstanceReport(alive ? status?.State.ToString().ToLowerInvariant() ?? "starting" : "gone", alive ? status?.Since : null)
        {
            ReleaseId = status?.ReleaseId,
            LastExit = status?.LastExit?.ToString(),
            ProcessId = alive ? status?.ChildPid : null,
            Port = found.Spec?.Listen is { } listen ? IPEndPoint.Parse(listen).Port : found.Address?.Port,
            Restarts = status?.Restarts ?? 0,
            MemoryBytes = memory,
            ProcessorTime = processor,
        };
    }

    public IReadOnlyList<string> ReadLogTail(IInstance instance, int lines) => ((Instance)instance).Supervised.ReadLogTail(lines);

    public ILogReader FollowLog(IInstance instance, bool fromStart)
    {
        var follower = new LogFollower(Path.Combine(((Instance)instance).Supervised.Directory, LogFile));
        if (!fromStart)
        {
            follower.SkipToEnd();
        }

        return follower;
    }

    private void Release()
    {
        _free?.Dispose();
        _free = null;
    }

    private static async Task<GatewayState?> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new GatewayClient(address);
        return await client.ReadAsync(cancellation);
    }

    private GatewayState? ReadStoredRoutes()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(state.GatewayRoutes), GatewayJson.Default.StoredRoutes)?.Routes;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null; // the gateway writes it whole or not at all; without it nothing was ever routed
        }
    }

    private static (long? Memory, TimeSpan? Processor) Use(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return (process.WorkingSet64, process.TotalProcessorTime);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return default; // it ended between the two looks
        }
    }
}
