namespace FinanceHub.Delivery.Environments;

/// <summary>One step of a new release into the traffic.</summary>
/// <param name="Weight">Its share of the clients in percent, 1 to 99.</param>
/// <param name="Pause">How long it is watched at that share before the next step.</param>
public sealed record CanaryStep(int Weight, TimeSpan Pause);
