namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>A wall clock that somebody sets; intervals are measured by another, as the kernel has it.</summary>
/// <param name="ahead">By how much it differs from the true time at first.</param>
internal sealed class JumpingClock(TimeSpan ahead = default) : TimeProvider
{
    private readonly Lock _sync = new();
    private TimeSpan _ahead = ahead;
    private TimeSpan _jump;

    /// <summary>Sets the clock as soon as it has been read once more: whoever computes a deadline then has it before the jump.</summary>
    public void JumpAfterNextReading(TimeSpan by)
    {
        lock (_sync)
        {
            _jump = by;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_sync)
        {
            var now = base.GetUtcNow() + _ahead;
            (_ahead, _jump) = (_ahead + _jump, TimeSpan.Zero);
            return now;
        }
    }
}
