namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>All faults, in the order in which they are played.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<Fault> All { get; } = [.. StepFaults.All, .. WorldFaults.All, .. ReleaseFaults.All];
}
