using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.Data.Storage;
using FinanceHub.Database;
using FinanceHub.Database.Commands;
using FinanceHub.Database.Grading;
using FinanceHub.Database.Linting;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Tests.Migrations;

public sealed class MigrationLinterTests
{
    private static readonly string[] Empty = [];

    private static Dictionary<string, Action<MigrationBuilder>> Ups { get; } = new(StringComparer.Ordinal)
    {
        ["drop a column"] = m => m.DropColumn("c", "t"),
        ["drop a table"] = m => m.DropTable("t"),
        ["allow null"] = m => m.AlterColumn<string>("c", "t", nullable: true),
        ["forbid null"] = m => m.AlterColumn<string>("c", "t", oldNullable: true),
        ["rename a column"] = m => m.RenameColumn("a", "t", "b"),
        ["rename a table"] = m => m.RenameTable("a", newName: "b"),
        ["another type"] = m => m.AlterColumn<int>("c", "t", oldClrType: typeof(string)),
        ["a required column"] = m => m.AddColumn<int>("c", "t"),
        ["a column with a default"] = m => m.AddColumn<int>("c", "t", defaultValue: 1),
        ["a column that may be null"] = m => m.AddColumn<string>("c", "t", nullable: true),
        ["a default of each row's own"] = m => m.AddColumn<Guid>("c", "t", defaultValueSql: "gen_random_uuid()"),
        ["a default of the transaction's time"] = m => m.AddColumn<DateTime>("c", "t", defaultValueSql: "now()"),
        ["a foreign key"] = m => m.AddForeignKey("k", "t", "c", "u", principalColumn: "Id"),
        ["an index"] = m => m.CreateIndex("i", "t", "c"),
        ["an index built concurrently"] = m => m.CreateIndex("i", "t", "c").Annotation("Npgsql:CreatedConcurrently", true),
        ["an index on a new table"] = m => { m.NewTable(); m.CreateIndex("i", "n", "Id"); m.AddForeignKey("k", "n", "Id", "u", principalColumn: "Id"); },
        ["rows changed beside a column"] = m => { m.AddColumn<string>("c", "t", nullable: true); m.Sql("UPDATE t SET c = 'x'"); },
        ["rows changed beside a column, each by itself"] = m => { m.AddColumn<string>("c", "t", nullable: true); m.Sql("UPDATE t SET c = 'x'", suppressTransaction: true); },
        ["rows changed alone"] = m => m.Sql("UPDATE t SET c = 'x'"),
        ["rows copied into a new table"] = m => { m.NewTable(); m.AddColumn<string>("c", "t", nullable: true); m.Sql("INSERT INTO n SELECT id FROM t"); },
        ["data changed beside a column"] = m => { m.AddColumn<string>("c", "t", nullable: true); m.UpdateData("t", "Id", 1, "c", "x"); },
        ["SQL that drops a column"] = m => m.Sql("ALTER TABLE t DROP COLUMN c"),
        ["SQL that drops a table"] = m => m.Sql("DROP TABLE IF EXISTS t"),
        ["SQL that allows null"] = m => m.Sql("ALTER TABLE t ALTER COLUMN c DROP NOT NULL"),
        ["SQL that forbids null"] = m => m.Sql("ALTER TABLE t ALTER COLUMN c SET NOT NULL"),
        ["SQL that renames a column"] = m => m.Sql("ALTER TABLE t RENAME COLUMN a TO b"),
        ["SQL that renames a table"] = m => m.Sql("ALTER TABLE t RENAME TO u"),
        ["SQL that changes a type"] = m => m.Sql("ALTER TABLE t ALTER COLUMN c TYPE bigint"),
        ["SQL that requires a column"] = m => m.Sql("ALTER TABLE t ADD COLUMN c int NOT NULL"),
        ["SQL that adds a column with a default"] = m => m.Sql("ALTER TABLE t ADD COLUMN c int NOT NULL DEFAULT 1"),
        ["SQL that adds a volatile default"] = m => m.Sql("ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid()"),
        ["SQL that adds a foreign key"] = m => m.Sql("ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES u (id)"),
        ["SQL that adds a foreign key unchecked"] = m => m.Sql("ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES u (id) NOT VALID"),
        ["SQL that builds an index"] = m => m.Sql("CREATE UNIQUE INDEX i ON t (c)"),
        ["SQL that builds an index concurrently"] = m => m.Sql("CREATE INDEX CONCURRENTLY i ON t (c)"),
        ["SQL about its own table"] = m => m.Sql("CREATE TABLE n (id int); ALTER TABLE n ADD COLUMN c int NOT NULL; CREATE INDEX i ON n (c)"),
        ["SQL in a block"] = m => m.Sql("DO $$ BEGIN DELETE FROM t; END $$"),
    };

    [Theory]
    [InlineData("drop a column", "ban-drop-column", "ban-drop-column")]
    [InlineData("drop a table", "ban-drop-table", "ban-drop-table")]
    [InlineData("allow null", "ban-drop-not-null", "ban-drop-not-null")]
    [InlineData("forbid null", "adding-not-nullable-field", "adding-not-nullable-field")]
    [InlineData("rename a column", "renaming-column", "renaming-column")]
    [InlineData("rename a table", "renaming-table", "renaming-table")]
    [InlineData("another type", "changing-column-type", "changing-column-type")]
    [InlineData("a required column", "adding-required-field", "adding-required-field")]
    [InlineData("a column with a default", "", "")]
    [InlineData("a column that may be null", "", "")]
    [InlineData("a default of each row's own", "adding-field-with-default", "")]
    [InlineData("a default of the transaction's time", "", "")]
    [InlineData("a foreign key", "adding-foreign-key-constraint", "")]
    [InlineData("an index", "require-concurrent-index-creation", "")]
    [InlineData("an index built concurrently", "", "")]
    [InlineData("an index on a new table", "", "")]
    [InlineData("rows changed beside a column", "backfill-in-ddl-transaction", "backfill-in-ddl-transaction")]
    [InlineData("rows changed beside a column, each by itself", "", "")]
    [InlineData("rows changed alone", "", "")]
    [InlineData("rows copied into a new table", "", "")]
    [InlineData("data changed beside a column", "backfill-in-ddl-transaction", "backfill-in-ddl-transaction")]
    [InlineData("SQL that drops a column", "ban-drop-column", "ban-drop-column")]
    [InlineData("SQL that drops a table", "ban-drop-table", "ban-drop-table")]
    [InlineData("SQL that allows null", "ban-drop-not-null", "ban-drop-not-null")]
    [InlineData("SQL that forbids null", "adding-not-nullable-field", "adding-not-nullable-field")]
    [InlineData("SQL that renames a column", "renaming-column", "renaming-column")]
    [InlineData("SQL that renames a table", "renaming-table", "renaming-table")]
    [InlineData("SQL that changes a type", "changing-column-type", "changing-column-type")]
    [InlineData("SQL that requires a column", "adding-required-field", "adding-required-field")]
    [InlineData("SQL that adds a column with a default", "", "")]
    [InlineData("SQL that adds a volatile default", "adding-field-with-default", "")]
    [InlineData("SQL that adds a foreign key", "adding-foreign-key-constraint", "")]
    [InlineData("SQL that adds a foreign key unchecked", "", "")]
    [InlineData("SQL that builds an index", "require-concurrent-index-creation", "")]
    [InlineData("SQL that builds an index concurrently", "", "")]
    [InlineData("SQL about its own table", "", "")]
    [InlineData("SQL in a block", "unreadable-sql", "unreadable-sql")]
    public void Each_rule_finds_its_fault_and_leaves_the_good_form_alone(string up, string onPostgreSql, string onSqlite)
    {
        var migration = Migration(Ups[up]);

        RulesOf(migration, isPostgreSql: true, "Up").ShouldBe(onPostgreSql.Length == 0 ? Empty : [onPostgreSql]);
        RulesOf(migration, isPostgreSql: false, "Up").ShouldBe(onSqlite.Length == 0 ? Empty : [onSqlite]);
    }

    [Fact]
    public void Down_must_undo_Up_and_nothing_else()
    {
        RulesOf(Migration(m => m.NewTable(), m => m.DropTable("n")), isPostgreSql: true, "Down").ShouldBeEmpty();
        RulesOf(Migration(m => m.NewTable()), isPostgreSql: true, "Down").ShouldBe(["down-missing"]);
        RulesOf(Migration(m => { m.NewTable(); m.AddColumn<int>("c", "t", defaultValue: 1); }, m => m.DropTable("n")), isPostgreSql: true, "Down").ShouldBe(["down-incomplete"]);
        RulesOf(Migration(m => m.NewTable(), m => { m.DropTable("n"); m.DropTable("t"); m.DropColumn("c", "t"); }), isPostgreSql: true, "Down").ShouldBe(["down-destroys", "down-destroys"]);
    }

    [Fact]
    public void A_migration_may_say_why_a_rule_does_not_apply_and_must_need_to()
    {
        var drop = Migration(m => m.DropColumn("c", "t"), m => m.AddColumn<int>("c", "t"));

        MigrationLinter.Lint(drop with { Allowed = [new("ban-drop-column", "no release reads it since 1.4")] }, true)
            .ShouldHaveSingleItem().Allowed.ShouldBe("no release reads it since 1.4");
        MigrationLinter.Lint(drop with { Allowed = [new("ban-drop-column", " ")] }, true).Where(finding => finding.Allowed is null).Select(finding => finding.Rule)
            .ShouldBe(["ban-drop-column", "allowance-without-reason"]);
        MigrationLinter.Lint(drop with { Allowed = [new("ban-drop-column", "unused"), new("renaming-table", "unused")] }, true).Where(finding => finding.Allowed is null)
            .ShouldHaveSingleItem().Rule.ShouldBe("unused-allowance");
    }

    [Fact]
    public void The_product_s_own_migrations_pass()
    {
        foreach (var provider in new IDatabaseProvider[] { new SqliteProvider(), new PostgreSqlProvider() })
            MigrationLinter.Lint(provider).Where(finding => finding.Allowed is null).Select(finding => finding.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_verb_tells_danger_and_advice_and_fails_with_1()
    {
        var found = MigrationLinter.Lint(Migration(m => m.DropColumn("c", "t"), m => m.AddColumn<int>("c", "t")), true);
        await using var said = new StringWriter();

        var failure = await Should.ThrowAsync<ToolFailure>(() => LintCommand.RunAsync("PostgreSql", 1, found, json: false, said));

        failure.ExitCode.ShouldBe(ToolExitCode.Failed);
        said.ToString().ShouldContain("m Up: ban-drop-column: t.c: the release before still uses it");
        said.ToString().ShouldContain("Instead stop using it in one release, drop it in the next; or, if it is safe here, say why: [AllowMigrationRule(\"ban-drop-column\", \"...\")]");
        said.ToString().ShouldContain("PostgreSql: 1 migrations, 1 findings, 0 allowed.");
    }

    [Fact]
    public async Task The_verb_passes_what_this_build_has_and_says_so_in_JSON()
    {
        await using var said = new StringWriter();

        (await DatabaseTool.RunAsync(["lint", "--provider", "postgresql", "--json"], said, said)).ShouldBe(0, said.ToString());

        using var report = System.Text.Json.JsonDocument.Parse(said.ToString());
        report.RootElement.GetProperty("schema").GetInt32().ShouldBe(1);
        report.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(0);
        report.RootElement.GetProperty("migrations").GetInt32().ShouldBe(new PostgreSqlProvider().Migrations.Count);
    }

    private static IEnumerable<string> RulesOf(KnownMigration migration, bool isPostgreSql, string direction) =>
        MigrationLinter.Lint(migration, isPostgreSql).Where(finding => finding.Direction == direction).Select(finding => finding.Rule);

    private static KnownMigration Migration(Action<MigrationBuilder> up, Action<MigrationBuilder>? down = null) => new("m", MigrationBuilding.Collect(up), down is null ? [] : MigrationBuilding.Collect(down), []);
}
