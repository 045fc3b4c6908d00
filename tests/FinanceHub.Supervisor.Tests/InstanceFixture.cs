using FinanceHub.Supervisor.Native;
using FinanceHub.Testing;

namespace FinanceHub.Supervisor.Tests;

/// <summary>One supervised stub host in a directory of its own, whose name has a space; ended and removed whatever the test did.</summary>
internal sealed class InstanceFixture : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub supervisor ");

    internal InstanceFixture()
    {
        Instance = new SupervisedInstance(Path.Combine(_directory.FullName, "api-1"));
        Port = LoopbackPort.Free();
    }

    internal static string SupervisorDll { get; } = Path.Combine(AppContext.BaseDirectory, "FinanceHub.Supervisor.dll");

    internal SupervisedInstance Instance { get; }

    internal int Port { get; }

    internal InstanceStatus Status => Instance.ReadStatus().ShouldNotBeNull();

    internal HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(10) };

    internal static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal Uri Address(string path) => new($"http://127.0.0.1:{Port}{path}");

    internal string File(string name) => Path.Combine(Instance.Directory, name);

    /// <summary>A stub host; <paramref name="faults"/> are its <c>Stub__Name</c> settings.</summary>
    internal InstanceSpec Spec(params (string Name, string Value)[] faults) => SpecOn(Port, faults);

    internal static InstanceSpec SpecOn(int port, params (string Name, string Value)[] faults) => new()
    {
        Service = "api",
        ReleaseId = faults.FirstOrDefault(fault => fault.Name == "ReleaseId").Value ?? "dev",
        Program = StubHostProgram.Path,
        Arguments = ["--urls", $"http://127.0.0.1:{port}"],
        Environment = faults.ToDictionary(fault => $"Stub__{fault.Name}", fault => fault.Value),
        ReadyUrl = $"http://127.0.0.1:{port}/health/ready",
        StopTimeoutSeconds = 5,
        Restart = new RestartPolicy { MaxAttempts = 3, InitialDelayMilliseconds = 20, MaxDelayMilliseconds = 100 },
    };

    internal Task<InstanceStatus> StartAsync(InstanceSpec spec) => Instance.StartAsync(spec, Dotnet.Path, SupervisorDll, Ct);

    internal async Task StartReadyAsync(InstanceSpec spec)
    {
        await StartAsync(spec);
        await UntilAsync(InstanceState.Running);
    }

    internal Task UntilAsync(InstanceState state) => Eventually.TrueAsync(() => Instance.ReadStatus()?.State == state, $"state {state}");

    internal static bool IsRunning(int pid) => ProcessIdentity.Of(pid) is not null;

    internal static void Kill(int pid) => Libc.kill(pid, Libc.SIGKILL).ShouldBe(0);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Instance.StopAsync(StopTimeout, CancellationToken.None);
        _directory.Delete(recursive: true);
    }
}
