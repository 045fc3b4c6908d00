using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Tests.Ledger;

public sealed class LedgerReadingTests
{
    [Fact]
    public void A_rollback_goes_to_the_last_release_that_was_deployed_with_success_and_is_not_the_current_one() =>
        LedgerReading.RollbackTargets([Deployed("a"), Deployed("b"), Failed("c"), Deployed("d")], "d").ShouldBe(["b", "a"]);

    [Fact]
    public void A_release_that_a_rollback_left_is_bad_and_skipped()
    {
        LedgerRow[] rows = [Deployed("a"), Deployed("b"), Deployed("c"), RolledBack("b", left: "c"), Deployed("d")];

        LedgerReading.Bad(rows).ShouldBe(["c"]);
        LedgerReading.RollbackTargets(rows, "d").ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Rolling_back_twice_goes_further_back() =>
        LedgerReading.RollbackTargets([Deployed("a"), Deployed("b"), Deployed("c"), RolledBack("b", left: "c")], "b").ShouldBe(["a"]);

    [Fact]
    public void A_bad_release_that_is_deployed_again_with_success_is_good_again()
    {
        LedgerRow[] rows = [Deployed("a"), Deployed("b"), RolledBack("a", left: "b"), Deployed("b"), Deployed("c")];

        LedgerReading.Bad(rows).ShouldBeEmpty();
        LedgerReading.RollbackTargets(rows, "c")[0].ShouldBe("b");
    }

    [Fact]
    public void A_failed_rollback_makes_nothing_bad()
    {
        LedgerRow[] rows = [Deployed("a"), Deployed("b"), RolledBack("a", left: "b") with { Event = LedgerEvent.RollbackFailed }];

        LedgerReading.Bad(rows).ShouldBeEmpty();
        Hold.Of(rows).IsSet.ShouldBeFalse();
        LedgerReading.LastInService(rows).ShouldBe("b");
    }

    [Theory]
    [InlineData(ExitCode.HostCrashed, "a", "b")]
    [InlineData(ExitCode.SmokeFailed, "a", "b")]
    [InlineData(ExitCode.RolledBack, "b", "a")]
    [InlineData(ExitCode.DiskFull, "b", "a")]
    [InlineData(ExitCode.Interrupted, "b", "a")]
    public void A_release_that_could_not_be_brought_back_is_the_last_to_be_tried_again(ExitCode code, params string[] expected)
    {
        LedgerRow[] rows = [Deployed("a"), Deployed("b"), Deployed("c"), RolledBack("b", left: "c") with { Event = LedgerEvent.RollbackFailed, ExitCode = code }];

        LedgerReading.RollbackTargets(rows, "c").ShouldBe(expected);
        LedgerReading.RollbackTargets([.. rows, RolledBack("b", left: "c"), Deployed("d")], "d").ShouldBe(["b", "a"], "it was brought back since");
    }

    [Fact]
    public void What_a_rollback_left_that_failed_after_the_switch_is_bad_and_held()
    {
        LedgerRow[] rows = [Deployed("a"), Deployed("b"), Deployed("c"), RolledBack("b", left: "c") with { Event = LedgerEvent.RollbackFailed, Serves = true }];

        LedgerReading.Bad(rows).ShouldBe(["c"]);
        Hold.Of(rows).Releases.ShouldBe(["c"]);
        LedgerReading.LastInService(rows).ShouldBe("b");
        LedgerReading.RollbackTargets(rows, "b").ShouldBe(["a"]);
    }

    [Fact]
    public void A_release_that_nobody_has_seen_to_the_end_of_its_checks_is_the_last_to_go_back_to()
    {
        var killed = Deployed("b") with { Durations = null };

        LedgerReading.RollbackTargets([Deployed("a"), killed, Deployed("c")], "c").ShouldBe(["a", "b"]);
        LedgerReading.RollbackTargets([Deployed("a"), killed, Deployed("c"), RolledBack("b", left: "c"), Deployed("d")], "d").ShouldBe(["b", "a"], "that rollback has verified it");
    }

    [Fact]
    public void The_first_release_has_nothing_to_go_back_to() => LedgerReading.RollbackTargets([Deployed("a")], "a").ShouldBeEmpty();

    [Fact]
    public void An_operation_without_an_outcome_is_unfinished()
    {
        var started = Deployed("b") with { Event = LedgerEvent.DeployStarted, Operation = "op", Sequence = 2 };

        LedgerReading.Unfinished([Deployed("a"), started]).ShouldBe(started);
        LedgerReading.Unfinished([Deployed("a"), started, Deployed("b") with { Operation = "op", Sequence = 3 }]).ShouldBeNull();
        LedgerReading.Unfinished([]).ShouldBeNull();
    }

    private static LedgerRow Deployed(string release) => Row(LedgerEvent.DeploySucceeded, release);

    private static LedgerRow Failed(string release) => Row(LedgerEvent.DeployFailed, release);

    private static LedgerRow RolledBack(string release, string left) => Row(LedgerEvent.RollbackSucceeded, release) with { Previous = left };

    private static LedgerRow Row(LedgerEvent what, string release) => new() { At = DateTimeOffset.UnixEpoch, Event = what, Operation = release, Release = release, Actor = "x", Durations = new Dictionary<string, double>() };
}
