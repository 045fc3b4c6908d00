using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class SchemaVerdictTests
{
    private static readonly ReleaseManifest Target = Release("target", ("1", MigrationVerdict.Safe));

    [Fact]
    public void What_the_target_knows_is_not_touched() =>
        Of(["1"], Release("left", ("1", MigrationVerdict.OneWay))).ShouldBe((MigrationVerdict.Safe, "", null, null));

    [Fact]
    public void The_release_that_is_left_takes_back_what_must_go_and_what_came_after_it() =>
        Of(["1", "2", "3"], Release("left", ("1", MigrationVerdict.Safe), ("2", MigrationVerdict.NeedsDown), ("3", MigrationVerdict.Safe)))
            .ShouldBe((MigrationVerdict.NeedsDown, "2 3", "left", "1"));

    [Fact]
    public void What_is_safe_and_came_before_stays_and_what_customers_put_into_it()
    {
        var left = Release("left", ("1", MigrationVerdict.Safe), ("2", MigrationVerdict.Safe), ("3", MigrationVerdict.NeedsDown));

        Of(["1", "2", "3"], left).ShouldBe((MigrationVerdict.NeedsDown, "3", "left", "2"));
        var unasked = SchemaVerdict.Of(left, Target);
        (unasked.Migrations.ShouldHaveSingleItem().Id, unasked.To).ShouldBe(("3", "2"));
    }

    [Fact]
    public void Only_what_is_applied_counts() =>
        Of(["1", "2"], Release("left", ("2", MigrationVerdict.Safe), ("3", MigrationVerdict.OneWay))).Verdict.ShouldBe(MigrationVerdict.Safe);

    [Fact]
    public void A_safe_one_that_only_another_release_knows_stays() =>
        Of(["1", "2", "3"], Release("left", ("3", MigrationVerdict.NeedsDown)), Release("failed", ("2", MigrationVerdict.Safe)))
            .ShouldBe((MigrationVerdict.NeedsDown, "3", "left", "2"));

    [Fact]
    public void One_that_no_release_is_left_to_tell_of_stays_if_it_came_before()
    {
        Of(["1", "2", "3"], Release("left", ("3", MigrationVerdict.NeedsDown))).ShouldBe((MigrationVerdict.NeedsDown, "3", "left", "2"));
        SchemaVerdict.Of(State("1", "2", "3"), Target, [Release("left", ("2", MigrationVerdict.NeedsDown))]).Graded.ShouldBeFalse("it came after");
        SchemaVerdict.Of(State("1", "2", "3"), Target, [Release("left", ("3", MigrationVerdict.Safe))]).Graded.ShouldBeFalse("what it means is not known");
    }

    [Fact]
    public void One_that_needs_down_and_that_no_release_can_take_back_with_what_came_later_leaves_the_schema_as_it_is()
    {
        var verdict = SchemaVerdict.Of(State("1", "2", "3"), Target, [Release("a", ("2", MigrationVerdict.NeedsDown)), Release("b", ("3", MigrationVerdict.Safe))]);

        (verdict.Graded, verdict.NeedsDown).ShouldBe((false, false));
        SchemaVerdict.Of(State("1", "2"), Target, []).Graded.ShouldBeFalse("nobody knows it");
    }

    [Fact]
    public void What_the_target_needs_and_the_database_lacks_is_told() =>
        SchemaVerdict.Of(new MigrationState(["1"], ["2"]), Target, []).Lacks.ShouldBe(["2"]);

    private static (MigrationVerdict Verdict, string Migrations, string? Owner, string? To) Of(string[] applied, params ReleaseManifest[] known)
    {
        var verdict = SchemaVerdict.Of(State(applied), Target, known);
        verdict.Graded.ShouldBeTrue();
        return (verdict.Verdict, verdict.NeedsDown ? string.Join(' ', verdict.Migrations.Select(grade => grade.Id)) : "", verdict.NeedsDown ? verdict.Owner : null, verdict.To is { } to && verdict.NeedsDown ? to : null);
    }

    private static MigrationState State(params string[] applied) => new(applied, []);

    private static ReleaseManifest Release(string id, params (string Id, MigrationVerdict Verdict)[] grades) => new()
    {
        ReleaseId = id,
        Version = "1.0.0",
        Commit = "c0ffee",
        Dirty = false,
        Services = [],
        Migrations = MigrationRange.Of([.. grades.Select(grade => grade.Id)], [.. grades.Select(grade => new MigrationGrade(grade.Id, grade.Verdict, []))]),
    };
}
