using FinanceHub.Database.Grading;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>The grade of hand-written SQL: what is not known to be harmless is one-way.</summary>
public sealed class SqlGradeTests
{
    [Theory]
    // Its own table, created before.
    [InlineData("Safe", "CREATE TABLE n (id int); ALTER TABLE n ADD COLUMN c int NOT NULL; CREATE UNIQUE INDEX i ON n (id)")]
    [InlineData("Safe", "CREATE TABLE \"my notes\" (id int); ALTER TABLE \"my notes\" DROP COLUMN c")]
    [InlineData("Safe", "CREATE TABLE app.n (id int); ALTER TABLE ONLY app . N DROP COLUMN c")]
    [InlineData("Safe", "CREATE UNLOGGED TABLE n (id int DEFAULT nextval('s')); ALTER TABLE n DROP COLUMN id")]
    // A table that was, or may have been, there before.
    [InlineData("OneWay", "CREATE TABLE IF NOT EXISTS users (id int); ALTER TABLE users DROP COLUMN email")]
    [InlineData("OneWay", "ALTER TABLE users DROP COLUMN email; CREATE TABLE users (id int)")]
    [InlineData("OneWay", "ALTER TABLE users RENAME TO users_old; CREATE TABLE users (id int)")]
    [InlineData("OneWay", "CREATE TABLE audit.users (id int); ALTER TABLE public.users DROP COLUMN email")]
    [InlineData("OneWay", "CREATE TABLE audit.users (id int); ALTER TABLE users DROP COLUMN email")]
    [InlineData("OneWay", "CREATE TABLE users (id int); ALTER TABLE public.users DROP COLUMN email")]
    [InlineData("OneWay", "CREATE TABLE \"Users\" (id int); ALTER TABLE users DROP COLUMN email")]
    [InlineData("OneWay", "CREATE TABLE n (id int); ALTER TABLE n RENAME TO m; ALTER TABLE users RENAME TO n; ALTER TABLE n DROP COLUMN email")]
    [InlineData("OneWay", "CREATE TEMP TABLE users (id int); DROP TABLE users; ALTER TABLE users DROP COLUMN email")]
    [InlineData("OneWay", "SELECT 'CREATE TABLE users (id int)'; ALTER TABLE users DROP COLUMN email")]
    // Rows.
    [InlineData("Safe", "INSERT INTO t (id, name) VALUES (1, lower('X')), (2, 'f(x)')")]
    [InlineData("Safe", "INSERT INTO t SELECT id, coalesce(name, '') FROM u WHERE id IN (SELECT id FROM v)")]
    [InlineData("Safe", "INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO NOTHING")]
    [InlineData("OneWay", "INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = 'x'")]
    [InlineData("OneWay", "INSERT OR REPLACE INTO t VALUES (1)")]
    [InlineData("OneWay", "REPLACE INTO t VALUES (1)")]
    [InlineData("OneWay", "INSERT INTO t WITH gone AS (DELETE FROM u RETURNING id) SELECT id FROM gone")]
    [InlineData("OneWay", "INSERT INTO t VALUES (setval('s', 1))")]
    [InlineData("OneWay", "WITH gone AS (DELETE FROM t RETURNING id) SELECT * FROM gone")]
    [InlineData("OneWay", "CREATE TABLE n AS WITH gone AS (DELETE FROM t RETURNING id) SELECT * FROM gone")]
    [InlineData("OneWay", "CREATE TABLE n (id) AS SELECT setval('s', 1)")]
    [InlineData("OneWay", "MERGE INTO t USING u ON t.id = u.id WHEN MATCHED THEN DELETE")]
    // Questions.
    [InlineData("Safe", "SELECT count(*), max(id) FROM t WHERE name <> 'setval(1)'")]
    [InlineData("OneWay", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity")]
    [InlineData("OneWay", "SELECT setval('s', 1)")]
    [InlineData("OneWay", "SELECT app.lower('x')")]
    [InlineData("OneWay", "SELECT \"lower\" ('x')")]
    [InlineData("OneWay", "SELECT * INTO n FROM t")]
    // Settings.
    [InlineData("Safe", "SET lock_timeout = '1s'; SET LOCAL statement_timeout TO 0; RESET statement_timeout; PRAGMA foreign_keys = 0; ANALYZE; ANALYZE t")]
    [InlineData("OneWay", "SET search_path = audit")]
    [InlineData("OneWay", "SET session_replication_role = replica")]
    [InlineData("OneWay", "PRAGMA writable_schema = 1")]
    // Alterations.
    [InlineData("NeedsDown", "ALTER TABLE t RENAME a TO b")]
    [InlineData("OneWay", "ALTER TABLE t DROP COLUMN a, ADD COLUMN rename int")]
    [InlineData("OneWay", "ALTER TABLE t DROP COLUMN rename ")]
    // What cannot be read.
    [InlineData("OneWay", "DO $body$ BEGIN DELETE FROM t; END $body$")]
    [InlineData("OneWay", "DO 'BEGIN DELETE FROM t; END'")]
    [InlineData("Safe", "INSERT INTO t VALUES ('$$', '$body$') -- $$")]
    [InlineData("OneWay", "INSERT INTO t VALUES (E'\\''); DROP TABLE users; --')")]
    [InlineData("OneWay", "SELECT [it's]; DROP TABLE users; SELECT [it's]")]
    [InlineData("Safe", "INSERT INTO t VALUES (ARRAY['a', 'b;']), (ARRAY[ 'c'])")]
    [InlineData("OneWay", "/* /* */ ' */ DROP TABLE users; SELECT '")]
    public void Only_what_is_known_to_be_harmless_is_safe(string verdict, string sql) =>
        Grade(m => m.Sql(sql)).Verdict.ToString().ShouldBe(verdict);

    [Fact]
    public void A_table_that_takes_the_name_of_a_renamed_one_needs_its_way_down() => MigrationGrader.Grade(
        "m",
        MigrationBuilding.Collect(m => m.Sql("ALTER TABLE users RENAME TO users_old; CREATE TABLE users (id int)")),
        MigrationBuilding.Collect(m => m.Sql("DROP TABLE users; ALTER TABLE users_old RENAME TO users"))).Verdict.ShouldBe(MigrationVerdict.NeedsDown);

    [Fact]
    public void The_order_of_operations_and_statements_and_their_schemas_decide_what_is_new()
    {
        Grade(m => { m.NewTable(); m.Sql("ALTER TABLE n ADD COLUMN c int NOT NULL"); }).Verdict.ShouldBe(MigrationVerdict.Safe);
        Grade(m => { m.Sql("ALTER TABLE n DROP COLUMN c"); m.NewTable(); }).Verdict.ShouldBe(MigrationVerdict.OneWay);
        Grade(m => { m.NewTable(schema: "audit"); m.Sql("ALTER TABLE n DROP COLUMN c"); }).Verdict.ShouldBe(MigrationVerdict.OneWay);
        Grade(m => { m.NewTable(schema: "audit"); m.AddColumn<int>("c", "n"); }).Verdict.ShouldNotBe(MigrationVerdict.Safe);
        Grade(m => { m.AddColumn<int>("c", "n"); m.NewTable(); }).Verdict.ShouldNotBe(MigrationVerdict.Safe);
        Grade(m => { m.Sql("CREATE TABLE n (id int)"); m.CreateIndex("i", "n", "id", unique: true); }).Verdict.ShouldBe(MigrationVerdict.Safe);
        Grade(m => { m.NewTable(); m.RenameTable("n", newName: "m"); m.RenameTable("users", newName: "n"); m.Sql("ALTER TABLE n DROP COLUMN c"); }).Verdict.ShouldBe(MigrationVerdict.OneWay);
    }

    [Theory]
    [InlineData("NeedsDown", "ALTER TABLE t RENAME b TO a")]
    [InlineData("OneWay", "ALTER TABLE t RENAME b TO a; DROP TABLE users")]
    [InlineData("OneWay", "ALTER TABLE t RENAME b TO a; TRUNCATE users")]
    [InlineData("OneWay", "DO $body$ BEGIN DELETE FROM users; END $body$")]
    public void A_way_down_that_does_harm_is_none(string verdict, string down) => MigrationGrader.Grade(
        "m",
        MigrationBuilding.Collect(m => m.Sql("ALTER TABLE t RENAME a TO b")),
        MigrationBuilding.Collect(m => m.Sql(down))).Verdict.ToString().ShouldBe(verdict);

    [Fact]
    public void A_column_is_new_to_a_unique_index_only_if_the_release_before_leaves_it_null()
    {
        Unique(m => m.AddColumn<int>("c", "t", nullable: true)).ShouldBe(MigrationVerdict.Safe);
        Unique(m => m.AddColumn<int>("c", "t", defaultValue: 0)).ShouldBe(MigrationVerdict.NeedsDown);

        static MigrationVerdict Unique(Action<MigrationBuilder> add) => MigrationGrader.Grade(
            "m",
            MigrationBuilding.Collect(m => { add(m); m.CreateIndex("i", "t", ["a", "c"], unique: true); }),
            MigrationBuilding.Collect(m => { m.DropIndex("i", "t"); m.DropColumn("c", "t"); })).Verdict;
    }

    private static MigrationGrade Grade(Action<MigrationBuilder> up) => MigrationGrader.Grade("m", MigrationBuilding.Collect(up), MigrationBuilding.Collect(m => m.Sql("SELECT 1")));
}
