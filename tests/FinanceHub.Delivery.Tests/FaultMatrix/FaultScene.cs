using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>A fault while it is played: what a row of the table can get hold of.</summary>
/// <param name="matrix">Where.</param>
/// <param name="before">The release that serves before the command.</param>
/// <param name="wanted">The release that the command is to bring.</param>
internal sealed class FaultScene(MatrixEnvironment matrix, string before, string wanted) : IDisposable
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly HttpClient _client = new();
    private HttpResponseMessage? _hanging;

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

    /// <summary>Asks what serves now for an answer that takes a minute, and returns when it has begun.</summary>
    public async Task BeginLongAnswerAsync(CancellationToken cancellation) =>
        _hanging = await _client.GetAsync(new Uri(Rig.Address, "/stub/stream?chunks=60&milliseconds=1000"), HttpCompletionOption.ResponseHeadersRead, cancellation);

    /// <summary>Waits no longer for it.</summary>
    public void HangUp() => _hanging?.Dispose();

    public void Dispose()
    {
        HangUp();
        _client.Dispose();
        _interrupt.Dispose();
    }
}
