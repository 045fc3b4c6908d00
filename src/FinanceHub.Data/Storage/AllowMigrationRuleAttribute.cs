namespace FinanceHub.Data.Storage;

/// <summary>Says on a migration that a rule of the migration lint does not apply to it, and why. One that allows nothing is itself a finding.</summary>
/// <param name="rule">The rule's name, such as <c>ban-drop-column</c>.</param>
/// <param name="reason">Why it is safe here; printed by the lint.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AllowMigrationRuleAttribute(string rule, string reason) : Attribute
{
    /// <summary>The rule's name.</summary>
    public string Rule { get; } = rule;

    /// <summary>Why it is safe here.</summary>
    public string Reason { get; } = reason;
}
