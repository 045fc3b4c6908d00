using FinanceHub.Database.Grading;
using FinanceHub.Database.Linting;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>The lint of hand-written SQL, action by action, as PostgreSQL would run it.</summary>
public sealed class SqlLintTests
{
    [Theory]
    [InlineData("ALTER TABLE t DROP email", "ban-drop-column")]
    [InlineData("ALTER TABLE t DROP IF EXISTS email", "ban-drop-column")]
    [InlineData("ALTER TABLE \"a table\" DROP COLUMN email", "ban-drop-column")]
    [InlineData("ALTER TABLE t DROP CONSTRAINT k", "")]
    [InlineData("ALTER TABLE t ALTER c DROP DEFAULT, ALTER COLUMN d DROP EXPRESSION", "")]
    [InlineData("ALTER TABLE t ALTER c DROP NOT NULL", "ban-drop-not-null")]
    [InlineData("ALTER TABLE t ADD COLUMN a text DEFAULT ' DROP COLUMN b, DROP c'", "")]
    [InlineData("ALTER TABLE t ADD COLUMN a int DEFAULT 0, ADD COLUMN b int NOT NULL", "adding-required-field")]
    [InlineData("ALTER TABLE t ADD a numeric(10, 2), DROP COLUMN b, RENAME TO u", "ban-drop-column renaming-table")]
    [InlineData("ALTER TABLE t ADD CHECK(x IS NOT NULL)", "")]
    [InlineData("ALTER TABLE t ADD UNIQUE(x)", "")]
    [InlineData("ALTER TABLE t ADD COLUMN a int CHECK (b IS NOT NULL)", "")]
    [InlineData("ALTER TABLE t ADD COLUMN a int, ALTER COLUMN b SET NOT NULL", "adding-not-nullable-field")]
    [InlineData("ALTER TABLE t ADD COLUMN a int NOT NULL DEFAULT(0)", "")]
    [InlineData("ALTER TABLE t ADD COLUMN a uuid DEFAULT(gen_random_uuid())", "adding-field-with-default")]
    [InlineData("ALTER TABLE t ADD COLUMN a int DEFAULT 0, ADD COLUMN b uuid DEFAULT gen_random_uuid()", "adding-field-with-default")]
    [InlineData("ALTER TABLE t RENAME CONSTRAINT a TO b", "")]
    [InlineData("ALTER TABLE t RENAME a TO b", "renaming-column")]
    [InlineData("DO $body$ BEGIN DELETE FROM t; END $body$", "unreadable-sql")]
    [InlineData("DO 'BEGIN DELETE FROM t; END'", "unreadable-sql")]
    [InlineData("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "unreadable-sql")]
    [InlineData("ALTER TABLE U&\"t\" DROP COLUMN c", "unreadable-sql")]
    [InlineData("SELECT '$body$' -- $$", "")]
    [InlineData("ALTER TABLE t ADD COLUMN c int; UPDATE t SET c = 0", "backfill-in-ddl-transaction")]
    [InlineData("ALTER TABLE t ADD COLUMN c int; WITH x AS (SELECT 1) UPDATE t SET c = 0", "backfill-in-ddl-transaction")]
    [InlineData("CREATE TABLE n (id int); INSERT INTO n SELECT id FROM t; UPDATE n SET id = 0", "")]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (c); UPDATE t SET c = 0", "")]
    [InlineData("CREATE TABLE IF NOT EXISTS users (id int); ALTER TABLE users DROP COLUMN email", "ban-drop-column")]
    [InlineData("CREATE TABLE n (id int); DROP TABLE n", "")]
    [InlineData("CREATE TABLE n (id int); DROP TABLE n, t CASCADE", "ban-drop-table")]
    public void Each_action_breaks_its_own_rules(string sql, string rules) => RulesOf(m => m.Sql(sql)).ShouldBe(rules);

    [Fact]
    public void Rows_copied_into_a_new_table_beside_a_change_of_an_old_one_are_no_backfill_of_the_old_one()
    {
        RulesOf(m => { m.NewTable(); m.AddColumn<string>("c", "t", nullable: true); m.Sql("INSERT INTO n SELECT id FROM t"); }).ShouldBeEmpty();
        RulesOf(m => { m.NewTable(); m.AddColumn<string>("c", "t", nullable: true); m.Sql("INSERT INTO t SELECT id FROM n"); }).ShouldBe("backfill-in-ddl-transaction");
    }

    [Theory]
    [InlineData("CREATE TABLE n (id int)", "DROP TABLE n", "")]
    [InlineData("CREATE TABLE a (id int); CREATE TABLE b (id int)", "DROP TABLE IF EXISTS a, b CASCADE", "")]
    [InlineData("CREATE TABLE a (id int)", "DROP TABLE a, users", "down-destroys")]
    [InlineData("INSERT INTO n VALUES ('users')", "DROP TABLE users", "down-destroys")]
    [InlineData("CREATE TABLE IF NOT EXISTS n (id int)", "DROP TABLE n", "down-destroys")]
    [InlineData("CREATE TABLE audit.users (id int)", "DROP TABLE users", "down-destroys down-incomplete")]
    [InlineData("ALTER TABLE t ADD COLUMN c int", "ALTER TABLE t DROP c", "")]
    [InlineData("ALTER TABLE t ADD COLUMN c int", "ALTER TABLE t DROP c, DROP COLUMN d", "down-destroys")]
    [InlineData("INSERT INTO t VALUES (1)", "DELETE FROM t WHERE id = 1", "")]
    [InlineData("INSERT INTO t VALUES (1)", "DELETE FROM t", "down-destroys")]
    [InlineData("INSERT INTO t VALUES (1)", "TRUNCATE t", "down-destroys")]
    [InlineData("INSERT INTO t VALUES (1)", "DROP SCHEMA app CASCADE", "down-destroys")]
    [InlineData("INSERT INTO t VALUES (1)", "DO $x$ BEGIN DELETE FROM t; END $x$", "unreadable-sql")]
    [InlineData("INSERT INTO t VALUES (1)", "CREATE TABLE copy (id int); DROP TABLE copy", "")]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (c)", "DROP INDEX CONCURRENTLY IF EXISTS i", "")]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (c)", "SELECT 1", "down-incomplete")]
    [InlineData("CREATE TABLE n (id int); CREATE INDEX i ON n (id)", "DROP TABLE n", "")]
    [InlineData("ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0)", "ALTER TABLE t DROP CONSTRAINT k", "")]
    [InlineData("ALTER TABLE t ADD CONSTRAINT k CHECK (c > 0)", "SELECT 1", "down-incomplete")]
    [InlineData("CREATE TABLE n (id int)", "SELECT 1", "down-incomplete")]
    public void SQL_of_Down_undoes_what_SQL_of_Up_does_and_nothing_else(string up, string down, string rules) =>
        RulesOf(m => m.Sql(up), m => m.Sql(down), "Down").ShouldBe(rules);

    [Fact]
    public void SQL_and_operations_undo_each_other()
    {
        RulesOf(m => m.Sql("CREATE TABLE n (id int)"), m => m.DropTable("n"), "Down").ShouldBeEmpty();
        RulesOf(m => m.NewTable(), m => m.Sql("DROP TABLE n"), "Down").ShouldBeEmpty();
        RulesOf(m => m.Sql("ALTER TABLE t ADD c int"), m => m.DropColumn("c", "t"), "Down").ShouldBeEmpty();
        RulesOf(m => m.Sql("UPDATE t SET n = 1"), m => m.DropTable("n"), "Down").ShouldBe("down-destroys down-incomplete");
        RulesOf(m => m.Sql("CREATE TABLE other (n int)"), m => { m.Sql("DROP TABLE other"); m.DropTable("n"); }, "Down").ShouldBe("down-destroys");
    }

    private static string RulesOf(Action<MigrationBuilder> up, Action<MigrationBuilder>? down = null, string direction = "Up") => string.Join(' ', MigrationLinter
        .Lint(new KnownMigration("m", MigrationBuilding.Collect(up), down is null ? [] : MigrationBuilding.Collect(down), []), isPostgreSql: true)
        .Where(finding => finding.Direction == direction).Select(finding => finding.Rule).Order(StringComparer.Ordinal));
}
