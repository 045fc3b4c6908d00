using FinanceHub.Supervisor;
using FinanceHub.Testing;

namespace FinanceHub.Gateway.Tests;

/// <summary>A stub host as destination, of a release of its own.</summary>
internal sealed class Stub(string directory, string releaseId) : IAsyncDisposable
{
    private readonly Supervised _process = new(Path.Combine(directory, $"stub-{releaseId}"));

    internal int Port { get; } = LoopbackPort.Free();

    internal string ReleaseId { get; } = releaseId;

    internal string Address => $"http://127.0.0.1:{Port}";

    internal Supervised Process => _process;

    internal Task StartAsync() => _process.StartAsync(new InstanceSpec
    {
        Service = "stub",
        ReleaseId = ReleaseId,
        Program = StubHostProgram.Path,
        Arguments = ["--urls", Address],
        Environment = new Dictionary<string, string> { ["Stub__ReleaseId"] = ReleaseId },
        ReadyUrl = $"{Address}/health/ready",
        Restart = new RestartPolicy { InitialDelayMilliseconds = 20 },
    });

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
