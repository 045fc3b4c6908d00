namespace FinanceHub.Delivery.CommandLine;

/// <summary>One thing that is wrong with what the build was told.</summary>
/// <param name="Message">What is wrong and what to do, as a sentence; never a secret's value.</param>
/// <param name="StopsEngine">Whether the engine could not even start with it.</param>
public sealed record Fault(string Message, bool StopsEngine = false);
