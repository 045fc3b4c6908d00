using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>A fault while it is played: what a row of the table can get hold of.</summary>
/// <param name="matrix">Where.</param>
/// <param name="before">The release that serves before the command.</param>
/// <param name="wanted">The release that the command is to bring.</param>
internal sealed class FaultScene(MatrixEnvironment matrix, string before, string wanted) : IDisposable
{
    private readonly CancellationTokenSource _interrupt = new();

    public MatrixEnvironment Matrix => matrix;

    public Rig Rig => matrix.Rig;

    public string Before => before;

    public string Wanted => wanted;

    /// <summary>What a deploy deploys.</summary>
    public string Bundle { get; init; } = "-";

    /// <summary>The clock of the command, if it has one of its own.</summary>
    public JumpingClock? Clock { get; init; }

    /// <summary>Cancelled by Ctrl+C.</summary>
    public CancellationToken Interrupted => _interrupt.Token;

    /// <summary>Ctrl+C.</summary>
    public Task InterruptAsync() => _interrupt.CancelAsync();

    public void Dispose() => _interrupt.Dispose();
}
