namespace FinanceHub.Database.Linting;

/// <summary>Where a migration breaks a rule.</summary>
/// <param name="Migration">The migration's id.</param>
/// <param name="Direction">Up or Down.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Subject">Table, column or statement.</param>
/// <param name="Danger">What it does.</param>
/// <param name="Advice">What to do instead.</param>
internal sealed record LintFinding(string Migration, string Direction, string Rule, string Subject, string Danger, string Advice)
{
    /// <summary>Why the migration may break the rule; null if it may not.</summary>
    public string? Allowed { get; init; }

    public override string ToString() => Allowed is null
        ? $"{Migration} {Direction}: {Rule}: {Subject}: {Danger}. Instead {Advice}; or, if it is safe here, say why: [AllowMigrationRule(\"{Rule}\", \"...\")]"
        : $"{Migration} {Direction}: {Rule}: {Subject}: allowed, {Allowed}";
}
