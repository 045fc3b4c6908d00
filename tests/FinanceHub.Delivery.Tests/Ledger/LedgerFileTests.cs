using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Ledger;

public sealed class LedgerFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_ledger_that_does_not_exist_is_empty_and_sound()
    {
        Ledger.Read().ShouldBeEmpty();
        Ledger.Verify().Fault.ShouldBeNull();
    }

    [Fact]
    public void Rows_are_numbered_and_each_carries_the_hash_of_the_one_before()
    {
        var first = Ledger.Append(Row("a"));
        var second = Ledger.Append(Row("b") with { Durations = new Dictionary<string, double> { ["start"] = 12.5 }, ExitCode = ExitCode.Success });

        first.Sequence.ShouldBe(1);
        first.PreviousHash.ShouldBe(new string('0', 64));
        second.Sequence.ShouldBe(2);
        second.PreviousHash.ShouldBe(first.Hash);
        Ledger.Read().Select(row => row.Release).ShouldBe(["a", "b"]);
        Ledger.Read()[1].Durations!["start"].ShouldBe(12.5);
    }

    [Fact]
    public void A_torn_last_line_is_ignored_by_readers_and_removed_by_the_next_writer()
    {
        Ledger.Append(Row("a"));
        var whole = File.ReadAllText(Path);
        Ledger.Append(Row("b"));
        var torn = File.ReadAllText(Path)[..(whole.Length + 40)];
        File.WriteAllText(Path, torn);

        Ledger.Read().Select(row => row.Release).ShouldBe(["a"]);
        Ledger.Verify().TornBytes.ShouldBe(40);

        Ledger.Append(Row("c")).Sequence.ShouldBe(2);
        Ledger.Verify().TornBytes.ShouldBe(0);
        Ledger.Read().Select(row => row.Release).ShouldBe(["a", "c"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_row_that_was_changed_is_found(int index)
    {
        AppendThree();
        var lines = File.ReadAllLines(Path);
        lines[index] = lines[index].Replace("someone", "nobody", StringComparison.Ordinal);
        File.WriteAllLines(Path, lines);

        var verification = Ledger.Verify();

        verification.FaultLine.ShouldBe(index + 1);
        verification.Fault.ShouldBe("the row is damaged or was changed");
        verification.Rows.Count.ShouldBe(index);
    }

    [Fact]
    public void A_row_that_was_removed_is_found()
    {
        AppendThree();
        File.WriteAllLines(Path, File.ReadAllLines(Path).Where((_, index) => index != 1));

        Ledger.Verify().FaultLine.ShouldBe(2);
    }

    [Fact]
    public void Rows_that_were_cut_off_the_end_are_found_and_so_is_a_ledger_that_is_gone()
    {
        AppendThree();
        File.WriteAllLines(Path, File.ReadAllLines(Path)[..2]);

        var verification = Ledger.Verify();
        verification.Fault.ShouldBe("3 rows were written and 2 are there: the last ones were removed");
        verification.FaultLine.ShouldBe(2);
        Should.Throw<DeliveryFailure>(() => Ledger.Append(Row("d"))).Message.ShouldContain("move it and");

        File.Delete(Path);
        Ledger.Verify().Fault.ShouldBe("3 rows were written and 0 are there: the last ones were removed");
    }

    [Fact]
    public void What_says_where_the_ledger_ended_may_be_a_row_behind_or_not_be_there_but_not_damaged()
    {
        AppendThree();
        var head = new LedgerHead(Path).Path;
        var atThree = File.ReadAllText(head);
        Ledger.Append(Row("d"));

        File.WriteAllText(head, atThree);
        Ledger.Verify().Fault.ShouldBeNull("a writer was killed between the two");
        File.Delete(head);
        Ledger.Verify().Fault.ShouldBeNull("a version before it wrote the ledger");
        File.WriteAllText(head, "4");
        Ledger.Verify().Fault!.ShouldContain("is damaged");
    }

    [Fact]
    public void Rows_that_were_exchanged_are_found()
    {
        AppendThree();
        var lines = File.ReadAllLines(Path);
        (lines[0], lines[1]) = (lines[1], lines[0]);
        File.WriteAllLines(Path, lines);

        Ledger.Verify().FaultLine.ShouldBe(1);
    }

    [Fact]
    public void Neither_reading_nor_writing_goes_on_from_a_broken_chain()
    {
        AppendThree();
        File.WriteAllText(Path, File.ReadAllText(Path).Replace("someone", "nobody", StringComparison.Ordinal));

        Should.Throw<DeliveryFailure>(() => Ledger.Read()).Message.ShouldContain($"{Path}:1:");
        Should.Throw<DeliveryFailure>(() => Ledger.Append(Row("d")));
        File.ReadAllLines(Path).Length.ShouldBe(3);
    }

    [Fact]
    public void A_member_or_an_event_that_a_later_version_adds_does_not_break_old_readers()
    {
        var open = $"{{\"sequence\":1,\"at\":\"2026-01-01T00:00:00+00:00\",\"event\":\"moved-to-the-moon\",\"operation\":\"1\",\"actor\":\"x\",\"later\":1,\"previousHash\":\"{LedgerChain.Origin}\"";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(open)));
        File.WriteAllText(Path, $"{open},\"hash\":\"{hash}\"}}\n");

        Ledger.Verify().Fault.ShouldBeNull();
        Ledger.Read().ShouldHaveSingleItem().Event.ShouldBe(LedgerEvent.Other);
        Ledger.Append(Row("a")).Sequence.ShouldBe(2);
    }

    [Fact]
    public void Many_rows_are_read_and_verified_quickly_enough_to_be_read_on_every_command()
    {
        var ledger = Ledger;
        var row = ledger.Append(Row("a"));
        var lines = new List<byte[]>();
        for (var index = 0; index < 5000; index++)
        {
            row = row with { Sequence = index + 1, PreviousHash = row.Hash is null || index == 0 ? LedgerChain.Origin : row.Hash };
            lines.Add(LedgerChain.Seal(row));
            row = LedgerChain.Read(lines[^1])!;
        }

        File.WriteAllBytes(Path, [.. lines.SelectMany(line => line.Append((byte)'\n'))]);

        ledger.Verify().Rows.Count.ShouldBe(5000);
        ledger.Verify().Fault.ShouldBeNull();
    }

    [Fact]
    public void Every_member_that_is_written_is_read_back()
    {
        var row = Row("a") with
        {
            Sequence = 1,
            Previous = "b",
            Version = "1.0.0",
            Commit = "c0ffee",
            Reason = "a \"reason\" with é",
            HoldsAll = true,
            Serves = true,
            ExitCode = ExitCode.SmokeFailed,
            Error = "it\nfailed",
            Durations = new Dictionary<string, double> { ["start"] = 12.5 },
            Digests = new Dictionary<string, string> { ["api"] = "sha256:1", ["web"] = "sha256:2" },
            Sbom = "c0ffee",
            FirstMigration = "0001",
            LastMigration = "0002",
            Verdict = MigrationVerdict.NeedsDown,
            Holder = "ann",
            Token = 7,
            Bake = new BakeResult { Verdict = BakeVerdict.Breach, Reason = "slower", Strategy = "canary", New = new BakeFigures(100, 5, 1.5, 20.25), Old = new BakeFigures(900, 1, 1.25, 10) },
        };
        typeof(LedgerRow).GetProperties().Where(property => property.Name != nameof(LedgerRow.Hash)).ShouldAllBe(property => property.GetValue(row) != null, "none is forgotten here");

        var read = LedgerChain.Read(LedgerChain.Seal(row))!;

        LedgerChain.Seal(read).ShouldBe(LedgerChain.Seal(row));
        read.Digests!["web"].ShouldBe("sha256:2");
    }

    [Fact]
    public void Every_event_and_every_verdict_is_read_as_it_was_written()
    {
        foreach (var what in Enum.GetValues<LedgerEvent>())
        {
            LedgerChain.Read(LedgerChain.Seal(Row("a") with { Event = what }))!.Event.ShouldBe(what);
        }

        foreach (var verdict in Enum.GetValues<MigrationVerdict>())
        {
            LedgerChain.Read(LedgerChain.Seal(Row("a") with { Verdict = verdict }))!.Verdict.ShouldBe(verdict);
        }
    }

    [Fact]
    public void A_row_that_a_fenced_off_writer_slipped_in_is_found_and_one_that_it_would_add_is_refused()
    {
        Ledger.Append(Row("before there were leases"));
        Ledger.Append(Row("a") with { Token = 2 });

        Should.Throw<DeliveryFailure>(() => Ledger.Append(Row("b") with { Token = 1 })).Code.ShouldBe(ExitCode.LeaseLost);
        var last = Ledger.Read()[^1];
        File.AppendAllLines(Path, [System.Text.Encoding.UTF8.GetString(LedgerChain.Seal(Row("b") with { Token = 1, Sequence = 3, PreviousHash = last.Hash! }))]);

        Ledger.Verify().FaultLine.ShouldBe(3);
        Ledger.Verify().Fault.ShouldBe("the row has token 1, but one before it has 2: its writer had been fenced off");
    }

    [Fact]
    public void What_a_writer_has_verified_once_it_verifies_again_only_if_somebody_else_has_written()
    {
        var ledger = Ledger;
        ledger.Append(Row("a"));
        Ledger.Append(Row("b"));

        ledger.Append(Row("c")).Sequence.ShouldBe(3);

        ledger.Read().Select(row => row.Release).ShouldBe(["a", "b", "c"]);
        Ledger.Verify().Fault.ShouldBeNull();
    }

    private string Path => _directory["ledger.jsonl"];

    private LedgerFile Ledger => new(Path);

    private static LedgerRow Row(string release) => new()
    {
        At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Event = LedgerEvent.DeploySucceeded,
        Operation = release,
        Release = release,
        Actor = "someone@somewhere",
    };

    private void AppendThree()
    {
        Ledger.Append(Row("a"));
        Ledger.Append(Row("b"));
        Ledger.Append(Row("c"));
    }
}
