using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.Database.Grading;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Tests.Migrations;

public sealed class MigrationGraderTests
{
    public static TheoryData<string, string, string> Cases { get; } = Read();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_operation_has_its_verdict(string name, string expected, string because)
    {
        var (up, down) = Operations[name];
        var grade = MigrationGrader.Grade("m", MigrationBuilding.Collect(up), MigrationBuilding.Collect(down));

        grade.Verdict.ToString().ShouldBe(expected, string.Join("; ", grade.Reasons));
        string.Join("; ", grade.Reasons.Concat(grade.Warnings)).ShouldContain(because);
    }

    [Fact]
    public void The_product_s_own_migrations_let_the_release_before_work_and_can_be_taken_back()
    {
        foreach (var provider in new FinanceHub.Data.Storage.IDatabaseProvider[] { new SqliteProvider(), new PostgreSqlProvider() })
        {
            var grades = MigrationGrader.Grade(provider);
            grades.Select(grade => grade.Id).ShouldBe(provider.Migrations);
            foreach (var grade in grades)
            {
                grade.Verdict.ShouldBe(MigrationVerdict.Safe, $"{provider.Name} {grade.Id}: {string.Join("; ", grade.Reasons)}");
                grade.Warnings.ShouldNotContain(warning => warning.StartsWith("Down ", StringComparison.Ordinal), $"{provider.Name} {grade.Id}");
            }
        }
    }

    private static Dictionary<string, (Action<MigrationBuilder> Up, Action<MigrationBuilder> Down)> Operations { get; } = new(StringComparer.Ordinal)
    {
        ["a column that may be null"] = (m => m.AddColumn<string>("c", "t", nullable: true), m => m.DropColumn("c", "t")),
        ["a column with a default"] = (m => m.AddColumn<int>("c", "t", defaultValue: 1), m => m.DropColumn("c", "t")),
        ["a column that must have a value"] = (m => m.AddColumn<int>("c", "t"), m => m.DropColumn("c", "t")),
        ["a required column without a way back"] = (m => m.AddColumn<int>("c", "t"), Nothing),
        ["a dropped column"] = (m => m.DropColumn("c", "t"), m => m.AddColumn<int>("c", "t")),
        ["a dropped table"] = (m => m.DropTable("t"), Nothing),
        ["a renamed column"] = (m => m.RenameColumn("a", "t", "b"), m => m.RenameColumn("b", "t", "a")),
        ["a renamed table"] = (m => m.RenameTable("a", newName: "b"), m => m.RenameTable("b", newName: "a")),
        ["a column that no longer may be null"] = (m => m.AlterColumn<string>("c", "t", oldNullable: true), m => m.AlterColumn<string>("c", "t", nullable: true)),
        ["a shorter column"] = (m => m.AlterColumn<string>("c", "t", maxLength: 10, oldMaxLength: 20), m => m.AlterColumn<string>("c", "t", maxLength: 20, oldMaxLength: 10)),
        ["another type"] = (m => m.AlterColumn<int>("c", "t", oldClrType: typeof(string)), m => m.AlterColumn<string>("c", "t", oldClrType: typeof(int))),
        ["a unique index on what is there"] = (m => m.CreateIndex("i", "t", "c", unique: true), m => m.DropIndex("i", "t")),
        ["an index on what is there"] = (m => m.CreateIndex("i", "t", "c"), m => m.DropIndex("i", "t")),
        ["rows that are deleted"] = (m => m.DeleteData("t", "id", 1), Nothing),
        ["SQL that creates"] = (m => m.Sql("CREATE TABLE n (id int); CREATE UNIQUE INDEX i ON n (id);"), m => m.Sql("DROP TABLE n")),
        ["SQL that updates"] = (m => m.Sql("/* harmless */ UPDATE t SET a = 1 -- all"), m => m.Sql("SELECT 1")),
        ["SQL behind a text that looks like a comment"] = (m => m.Sql("INSERT INTO t VALUES ('--'); DROP TABLE x"), m => m.Sql("SELECT 1")),
        ["SQL with an end within a text"] = (m => m.Sql("INSERT INTO t VALUES ('a; DROP TABLE x', \"b;c\", 'it''s')"), m => m.Sql("SELECT 1")),
        ["SQL in a block"] = (m => m.Sql("DO $$ BEGIN DELETE FROM t; END $$"), m => m.Sql("SELECT 1")),
        ["SQL that renames"] = (m => m.Sql("ALTER TABLE t RENAME COLUMN a TO b"), m => m.Sql("ALTER TABLE t RENAME COLUMN b TO a")),
        ["SQL that truncates behind another statement"] = (m => m.Sql("SELECT 1; TRUNCATE t"), m => m.Sql("SELECT 1")),
        ["a table without a way back"] = (m => m.CreateTable("n", table => new { Id = table.Column<int>() }), Nothing),
    };

    private static TheoryData<string, string, string> Read() => new()
    {
        { "a column that may be null", "Safe", "" },
        { "a column with a default", "Safe", "" },
        { "a column that must have a value", "NeedsDown", "cannot insert" },
        { "a required column without a way back", "OneWay", "Down does not drop the column t.c" },
        { "a dropped column", "OneWay", "t.c" },
        { "a dropped table", "OneWay", "drops t" },
        { "a renamed column", "NeedsDown", "t.a" },
        { "a renamed table", "NeedsDown", "renames a" },
        { "a column that no longer may be null", "NeedsDown", "null" },
        { "a shorter column", "OneWay", "shortens" },
        { "another type", "OneWay", "type" },
        { "a unique index on what is there", "NeedsDown", "unique" },
        { "an index on what is there", "Safe", "cannot be written" },
        { "rows that are deleted", "OneWay", "deletes" },
        { "SQL that creates", "Safe", "" },
        { "SQL that updates", "OneWay", "UPDATE t" },
        { "SQL behind a text that looks like a comment", "OneWay", "DROP TABLE x" },
        { "SQL with an end within a text", "Safe", "" },
        { "SQL in a block", "OneWay", "$$" },
        { "SQL that renames", "NeedsDown", "RENAME" },
        { "SQL that truncates behind another statement", "OneWay", "TRUNCATE" },
        { "a table without a way back", "Safe", "Down does not drop the table n" },
    };

    private static void Nothing(MigrationBuilder builder)
    {
        // A Down that was left empty.
    }
}
