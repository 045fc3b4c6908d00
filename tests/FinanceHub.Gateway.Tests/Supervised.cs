using FinanceHub.Supervisor;
using FinanceHub.Testing;

namespace FinanceHub.Gateway.Tests;

/// <summary>A supervised process under test.</summary>
internal sealed class Supervised(string directory) : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(35);
    private static readonly string SupervisorDll = Path.Combine(AppContext.BaseDirectory, "FinanceHub.Supervisor.dll");

    internal SupervisedInstance Instance { get; } = new(directory);

    internal InstanceStatus Status => Instance.ReadStatus().ShouldNotBeNull();

    internal async Task StartAsync(InstanceSpec spec)
    {
        await Instance.StartAsync(spec, Dotnet.Path, SupervisorDll, CancellationToken.None);
        await Eventually.TrueAsync(() => Instance.ReadStatus()?.State == InstanceState.Running, $"{spec.Service} to run", TimeSpan.FromSeconds(20));
    }

    internal void KillProgram()
    {
        using var program = System.Diagnostics.Process.GetProcessById(Status.ChildPid.ShouldNotBeNull());
        program.Kill();
    }

    public async ValueTask DisposeAsync() => await Instance.StopAsync(StopTimeout, CancellationToken.None);
}
