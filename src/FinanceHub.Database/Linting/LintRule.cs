namespace FinanceHub.Database.Linting;

/// <summary>
/// A rule of the migration lint. What squawk (https://squawkhq.com/docs/rules) has a rule for has its name; squawk itself reads PostgreSQL's SQL alone and
/// only the way up, here the rules hold for EF's operations on both databases, and for hand-written SQL. The names of the others are this lint's own: rows
/// filled beside a change of the schema, SQL that cannot be read, the way down, and the exceptions.
/// </summary>
/// <param name="Name">What findings and exceptions call it.</param>
/// <param name="Danger">What it does to who uses the database meanwhile.</param>
/// <param name="Advice">What to do instead.</param>
internal sealed record LintRule(string Name, string Danger, string Advice)
{
    public static LintRule DropColumn { get; } = new("ban-drop-column", "the release before still uses it, and what is in it is gone for good", "stop using it in one release, drop it in the next");

    public static LintRule DropTable { get; } = new("ban-drop-table", "the release before still uses it, and what is in it is gone for good", "stop using it in one release, drop it in the next");

    public static LintRule DropNotNull { get; } = new("ban-drop-not-null", "the release before reads a value that may now be missing", "let a release that can read null go first");

    public static LintRule RenameColumn { get; } = new("renaming-column", "the release before asks for the old name", "add the new column, write both, read the new one, drop the old one; a release each");

    public static LintRule RenameTable { get; } = new("renaming-table", "the release before asks for the old name", "add the new table, write both, read the new one, drop the old one; a release each");

    public static LintRule ChangeType { get; } = new("changing-column-type", "the table is rewritten under a lock, and the release before reads the old type", "add a column of the new type, write both, read the new one, drop the old one; a release each");

    public static LintRule SetNotNull { get; } = new("adding-not-nullable-field", "the table is scanned under a lock, and the release before may write null", "let every writer set a value first; on PostgreSQL add a check NOT VALID and validate it by itself");

    public static LintRule RequiredColumn { get; } = new("adding-required-field", "the release before cannot insert any more", "give it a default, or let it be null");

    public static LintRule ForeignKey { get; } = new("adding-foreign-key-constraint", "both tables are locked while every row is checked", "add it NOT VALID, and VALIDATE CONSTRAINT in a migration of its own with suppressTransaction, which has no limit of time");

    public static LintRule Index { get; } = new("require-concurrent-index-creation", "the table cannot be written until the index is built", "create it CONCURRENTLY (EF: .IsCreatedConcurrently(); SQL: with suppressTransaction) in a migration of its own, which by then has no limit of time, and drop first what a build that was ended may have left");

    public static LintRule VolatileDefault { get; } = new("adding-field-with-default", "every row is rewritten under a lock, because each gets a value of its own", "add the column without a default, set the default, fill the rows in portions");

    public static LintRule Backfill { get; } = new("backfill-in-ddl-transaction", "the rows stay locked until the change of the schema is done, and that waits for them", "fill the rows in a migration of its own, or in portions by a job");

    public static LintRule Unreadable { get; } = new("unreadable-sql", "a block of another language may do anything", "say it in plain statements");

    public static LintRule DownMissing { get; } = new("down-missing", "a rollback could not take it back", "write Down");

    public static LintRule DownIncomplete { get; } = new("down-incomplete", "a rollback would leave something, which the next Up then meets", "let Down undo all that Up does");

    public static LintRule DownDestroys { get; } = new("down-destroys", "a rollback would remove what the migration did not make", "let Down undo what Up does and nothing else");

    public static LintRule UnusedAllowance { get; } = new("unused-allowance", "it would hide a fault that is made later", "remove the attribute");

    public static LintRule NoReason { get; } = new("allowance-without-reason", "nobody knows later why it was safe", "give the reason");
}
