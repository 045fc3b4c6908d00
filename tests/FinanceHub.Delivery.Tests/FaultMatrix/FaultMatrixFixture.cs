using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>One environment for all faults: each begins with a good release that serves alone, whatever the one before did. After one that failed there is a new environment.</summary>
public sealed class FaultMatrixFixture : IAsyncDisposable
{
    private MatrixEnvironment? _environment;

    internal async Task<MatrixRow> PlayAsync(Fault fault)
    {
        _environment ??= await MatrixEnvironment.CreateAsync(disk: null);
        try
        {
            return await new FaultRun(_environment, fault).RunAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>In an environment of its own, which lies on a disk that can be filled.</summary>
    internal static async Task<MatrixRow> PlayOnAsync(SmallDisk disk, Fault fault)
    {
        await using var environment = await MatrixEnvironment.CreateAsync(disk);
        return await new FaultRun(environment, fault).RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_environment is { } environment)
        {
            _environment = null;
            await environment.DisposeAsync();
        }
    }
}
