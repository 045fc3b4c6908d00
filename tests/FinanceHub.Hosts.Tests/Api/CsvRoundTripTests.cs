using CsCheck;
using FinanceHub.Api.Csv;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>Import, export, import is stable, whatever happened to a portfolio and whatever its owner has to say about it.</summary>
public sealed class CsvRoundTripTests
{
    private static readonly Guid Portfolio = Guid.CreateVersion7();

    /// <summary>All that means something to a file, to a spreadsheet or to what reads it.</summary>
    private static readonly Gen<string?> Texts = Gen.Char["=+-@'\",;\t\r\n aZ9ü漢"].Array[0, 8].Select(string? (letters) => letters.Length == 0 ? null : new string(letters));

    private static readonly Gen<List<ActivityDraft>> Drafts = Gen.Select(Histories.All, Texts.Array[120], Gen.Bool.Array[120], Gen.Bool.Array[120]).Select((history, notes, named, foreign) =>
        history.Select((activity, index) => new ActivityDraft(
            foreign[index] && activity is { Fee: > 0, Type: ActivityType.Buy or ActivityType.Sell } ? activity with { FeeCurrency = "GBp" } : activity,
            notes[index],
            named[index] ? $"{Printable(notes[index])}#{index}" : null)).ToList());

    [Fact]
    public void What_was_exported_is_read_as_it_was_and_exported_the_same() => Drafts.Sample(drafts =>
    {
        var exported = CsvExport.Of(Stored(drafts));

        var read = Read(exported);
        read.Content.Rows.Select(row => row.Draft).ShouldBe(drafts.Select(draft => draft with { Activity = draft.Activity with { Sequence = 0 } }));
        var again = CsvExport.Of(Stored([.. read.Content.Rows.Select((row, index) => row.Draft with { Activity = row.Draft.Activity with { Sequence = index } })]));

        again.ShouldBe(exported);
    });

    [Fact]
    public void What_was_exported_is_known_in_the_portfolio_and_new_in_an_empty_one() => Drafts.Sample(drafts =>
    {
        var stored = Stored(drafts);
        var content = Read(CsvExport.Of(stored)).Content;

        var same = ImportPlan.Of(stored, drafts.Count, content, new ReplayOptions());
        same.New.ShouldBeEmpty();
        same.Duplicates.Count.ShouldBe(drafts.Count);

        var other = ImportPlan.Of([], 0, content, new ReplayOptions());
        other.Duplicates.ShouldBeEmpty();
        other.New.Count.ShouldBe(drafts.Count);
        // Without rates no fee in another currency stands; what else there is stood before.
        other.Faults.ShouldAllBe(fault => fault.Field == "feeCurrency" || fault.Field == "quantity");
        if (drafts.TrueForAll(draft => draft.Activity.FeeCurrency is null))
            other.Faults.ShouldBeEmpty();
    });

    private static CsvFile Read(byte[] file)
    {
        var read = CsvFile.Read(file, null, Histories.Last);
        read.Errors.ShouldBeEmpty();
        return read;
    }

    private static List<ActivityEntity> Stored(IReadOnlyList<ActivityDraft> drafts) => [.. drafts.Select((draft, index) => ActivityEntity.Of(Guid.CreateVersion7(), Portfolio, draft, index))];

    /// <summary>A name has no lines and no space around it.</summary>
    private static string Printable(string? text) => string.Concat((text ?? "").Where(letter => !char.IsControl(letter))).Trim();
}
