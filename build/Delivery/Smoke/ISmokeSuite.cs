namespace FinanceHub.Delivery.Smoke;

/// <summary>Decides whether a release does what customers need.</summary>
internal interface ISmokeSuite
{
    /// <summary>Runs all checks and leaves nothing behind; a failed check is a finding, not an exception.</summary>
    Task<SmokeReport> RunAsync(SmokeTarget target, CancellationToken cancellation);
}
