using System.Net;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Driver;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Processes;
using FinanceHub.Testing;
using FinanceHub.Testing.Load;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>An environment of a test's own: state directory, port, releases; stopped and removed at the end.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StringWriter _said = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero });

    /// <param name="state">Where; a directory of the test's own if null.</param>
    public Rig(string? state = null) => (State, Environment) = (new StateDirectory(state ?? _directory["state"]), TestEnvironment.Create(LoopbackPort.Free()));

    public StateDirectory State { get; }

    public DeliveryEnvironment Environment { get; set; }

    /// <summary>How long holders are believed.</summary>
    public LeaseTimes LeaseTimes { get; set; } = new();

    /// <summary>Whose AWS credentials there are.</summary>
    public Func<CancellationToken, Task<string>> AwsAccountAsync { get; set; } = _ => throw new InvalidOperationException("nobody has asked for an account");

    /// <summary>What is answered when delivery asks; null where nobody can be asked.</summary>
    public IConfirmation? Confirmation { get; set; }

    /// <summary>Everything that delivery has said so far.</summary>
    public string Said => _said.ToString();

    public Uri Address => new($"http://127.0.0.1:{Environment.Port}/");

    public LedgerFile Ledger => new(State.Ledger);

    public IReadOnlyList<Instance> Instances => new InstanceCatalog(State).Read();

    public DeliveryContext Context => new()
    {
        Environment = Environment,
        State = State,
        Platform = PlatformCatalog.Create(Environment, State, TimeProvider.System),
        Output = new TextOutput(_said),
        Clock = TimeProvider.System,
        Smoke = new ProbeSmoke(Environment.Limits.SmokeTimeout),
        InterruptedBy = () => ExitCode.Interrupted,
        LeaseTimes = LeaseTimes,
        AwsAccountAsync = AwsAccountAsync,
        Confirmation = Confirmation ?? new NoConfirmation(),
    };

    /// <summary>A service whose steps call <paramref name="stepBegins"/>.</summary>
    public DeliveryService Service(Func<DeployStep, CancellationToken, Task>? stepBegins = null) =>
        new(stepBegins is null ? Context : Context with { StepBegins = stepBegins });

    public async Task<string> SealAsync(StubRelease release) => (await release.SealAsync(_directory["bundles"])).Directory;

    public Task<DeployResult> DeployAsync(string version) => DeployAsync(new StubRelease { Version = version });

    public Task<DeployResult> DeployAsync(StubRelease release) => DeployAsync(release, (_, _) => Task.CompletedTask);

    public Task<DeployResult> DeployAsync(StubRelease release, Func<DeployStep, CancellationToken, Task> stepBegins) => DeployAsync(release, stepBegins, CancellationToken.None);

    public async Task<DeployResult> DeployAsync(StubRelease release, Func<DeployStep, CancellationToken, Task> stepBegins, CancellationToken cancellation) =>
        await Service(stepBegins).DeployAsync(new DeployRequest { BundleDirectory = await SealAsync(release) }, cancellation);

    public Task<RollbackResult> RollbackAsync(string? to = null) => Service().RollbackAsync(new RollbackRequest { To = to }, CancellationToken.None);

    /// <summary>The release that answers customers right now, page and API alike.</summary>
    public async Task<string> ServedAsync()
    {
        using var page = await _client.GetAsync(Address);
        using var api = await _client.GetAsync(new Uri(Address, "/api/v1/ping"));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        api.StatusCode.ShouldBe(HttpStatusCode.OK);
        var served = page.Headers.GetValues("X-Release-Id").Single();
        api.Headers.GetValues("X-Release-Id").Single().ShouldBe(served);
        return served;
    }

    /// <summary>Enough to notice a lost request, not enough to slow down what is watched.</summary>
    public KeepAliveLoad Load() => KeepAliveLoad.Start(new LoadOptions
    {
        Target = new IPEndPoint(IPAddress.Loopback, Environment.Port),
        Paths = ["/", "/api/v1/ping"],
        Connections = 6,
        ThinkTime = TimeSpan.FromMilliseconds(10),
    });

    /// <summary>For a rig in which nothing can have been started.</summary>
    public void Abandon()
    {
        _client.Dispose();
        _directory.Dispose();
    }

    /// <summary>A path beside the state directory.</summary>
    public string Beside(string name) => _directory[name];

    /// <summary>Deploys what must fail and returns the failure; it is one sentence or more, never a stack trace.</summary>
    public async Task<DeliveryFailure> DeployFailingAsync(StubRelease release)
    {
        var failure = await Should.ThrowAsync<DeliveryFailure>(() => DeployAsync(release));
        failure.ToString().ShouldNotContain("   at ");
        failure.ToString().ShouldNotContain("Exception");
        return failure;
    }

    /// <summary>API and web that are kept warm.</summary>
    public IReadOnlyList<Instance> Standby => [.. Instances.Where(instance => instance.Name.Group == new StandbyFile(State).Read())];

    /// <summary>Only gateway and three hosts of that release are there, all alive; beside them at most the two that are kept warm of another one.</summary>
    public void ShouldRunOnly(string releaseId)
    {
        Instances.ShouldAllBe(instance => instance.IsAlive);
        var kept = Standby;
        if (kept.Count > 0)
        {
            kept.Select(instance => instance.Name.Service).ShouldBe(["api", "web"], Said);
        }

        kept.ShouldAllBe(instance => instance.Spec!.ReleaseId != releaseId);
        var serving = Instances.ExceptBy(kept.Select(instance => instance.Name), instance => instance.Name).ToList();
        serving.Select(instance => instance.Name.Service).ShouldBe(["api", "gateway", "web", "worker"], Said);
        serving.Where(instance => instance.Name.Service != "gateway").ShouldAllBe(instance => instance.Spec!.ReleaseId == releaseId);
        Ledger.Verify().Fault.ShouldBeNull();
    }

    /// <summary>The logs of the hosts that the last such operation ended are there to be read.</summary>
    public void ShouldHaveKeptLogsOf(string releaseId, LedgerEvent ended)
    {
        var logs = Path.Combine(State.Diagnostics, Ledger.Read().Last(row => row.Event == ended).Operation);
        Said.ShouldContain($"The logs of {releaseId} are in {logs}");
        Directory.EnumerateFiles(logs, "supervisor.log", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)))
            .ShouldBe(["api", "web", "worker"], ignoreOrder: true);
    }

    public async ValueTask DisposeAsync()
    {
        await new DeliveryService(Context with { Confirmation = new Answer(yes: true) }).StopAsync(new StopRequest { Purge = true, LockWait = TimeSpan.FromSeconds(10) }, CancellationToken.None);
        _client.Dispose();
        _directory.Dispose();
    }
}
