using FinanceHub.Database.Grading;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>Whether Down takes back each kind of object that Up makes or removes; the next Up would meet what is left.</summary>
public sealed class DownRulesTests
{
    public static TheoryData<string> Kinds { get; } = [.. Pairs.Keys];

    private static Dictionary<string, (Action<MigrationBuilder> Make, Action<MigrationBuilder> Remove)> Pairs => new(StringComparer.Ordinal)
    {
        ["table t"] = (m => m.NewTable("t"), m => m.DropTable("t")),
        ["column t.c"] = (m => m.AddColumn<int>("c", "t", defaultValue: 1), m => m.DropColumn("c", "t")),
        ["index i"] = (m => m.CreateIndex("i", "t", "c"), m => m.DropIndex("i", "t")),
        ["constraint t.primary"] = (m => m.AddPrimaryKey("primary", "t", "c"), m => m.DropPrimaryKey("primary", "t")),
        ["constraint t.foreign"] = (m => m.AddForeignKey("foreign", "t", "c", "u", principalColumn: "Id"), m => m.DropForeignKey("foreign", "t")),
        ["constraint t.unique"] = (m => m.AddUniqueConstraint("unique", "t", "c"), m => m.DropUniqueConstraint("unique", "t")),
        ["constraint t.check"] = (m => m.AddCheckConstraint("check", "t", "c > 0"), m => m.DropCheckConstraint("check", "t")),
        ["sequence s"] = (m => m.CreateSequence("s"), m => m.DropSequence("s")),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_Up_makes_Down_removes_and_what_Up_removes_Down_makes_again(string kind)
    {
        var (make, remove) = Pairs[kind];

        Missing(make, remove).ShouldBeEmpty();
        Missing(remove, make).ShouldBeEmpty();
        Missing(make, Nothing).ShouldBe([$"Down does not drop the {kind}"]);
        Missing(remove, Nothing).ShouldBe([$"Down does not make the {kind} again"]);
        Missing(make, make).ShouldBe([$"Down does not drop the {kind}"]);
    }

    [Fact]
    public void What_goes_with_its_table_or_column_need_not_be_dropped()
    {
        Missing(m => { m.NewTable(); m.CreateIndex("i", "n", "Id"); m.AddForeignKey("k", "n", "Id", "u", principalColumn: "Id"); m.AddCheckConstraint("x", "n", "true"); }, m => m.DropTable("n")).ShouldBeEmpty();
        Missing(m => { m.AddColumn<int>("c", "t", nullable: true); m.CreateIndex("i", "t", "c"); m.AddUniqueConstraint("k", "t", "c"); }, m => m.DropColumn("c", "t")).ShouldBeEmpty();
        Missing(m => { m.NewTable(); m.CreateIndex("i", "t", "Id"); }, m => m.DropTable("n")).ShouldBe(["Down does not drop the index i"]);
        Missing(m => { m.NewTable(schema: "audit"); m.CreateIndex("i", "n", "Id"); }, m => m.DropTable("n", "audit")).ShouldBe(["Down does not drop the index i"]);
        Missing(m => { m.AddColumn<int>("c", "t", nullable: true); m.CreateIndex("i", "t", "d"); }, m => m.DropColumn("c", "t")).ShouldBe(["Down does not drop the index i"]);
    }

    [Fact]
    public void What_Up_removes_again_itself_need_not_be_taken_back() => Missing(m => { m.NewTable(); m.DropTable("n"); }, Nothing).ShouldBeEmpty();

    [Fact]
    public void Renames_and_alterations_have_a_way_back_of_their_own()
    {
        Missing(m => m.RenameIndex("a", "b", "t"), m => m.RenameIndex("b", "a", "t")).ShouldBeEmpty();
        Missing(m => m.RenameIndex("a", "b", "t"), Nothing).ShouldBe(["Down does not rename the index b back"]);
        Missing(m => m.RenameColumn("a", "t", "b"), Nothing).ShouldBe(["Down does not rename t.b back"]);
        Missing(m => m.RenameTable("a", newName: "b"), m => m.RenameTable("b", newName: "a")).ShouldBeEmpty();
        Missing(m => m.AlterColumn<string>("c", "t"), Nothing).ShouldBe(["Down does not alter t.c back"]);
    }

    [Fact]
    public void What_needs_a_way_down_and_leaves_its_unique_index_there_is_one_way() =>
        MigrationGrader.Grade("m", MigrationBuilding.Collect(m => m.CreateIndex("i", "t", "c", unique: true)), []).Verdict.ShouldBe(MigrationVerdict.OneWay);

    private static IEnumerable<string> Missing(Action<MigrationBuilder> up, Action<MigrationBuilder> down) =>
        DownRules.NotTakenBack(MigrationBuilding.Collect(up), MigrationBuilding.Collect(down));

    private static void Nothing(MigrationBuilder builder)
    {
        // A Down that was left empty.
    }
}
