namespace FinanceHub.Domain.Activities;

/// <summary>What is wrong with one field of an activity.</summary>
/// <param name="Field">The field's name in camel case.</param>
/// <param name="Message">One sentence: expected and found.</param>
public sealed record ActivityFault(string Field, string Message);
