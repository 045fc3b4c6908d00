using FinanceHub.Delivery.Documents;

namespace FinanceHub.Delivery.Tests.Documents;

public sealed class GeneratedSectionTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Only_the_section_changes()
    {
        File.WriteAllText(_file, "before\n<!-- generated: a -->\nold\n<!-- /generated -->\nafter\n");

        new GeneratedSection(_file, "a", "new").Write();

        File.ReadAllText(_file).ShouldBe("before\n<!-- generated: a -->\nnew\n<!-- /generated -->\nafter\n");
    }

    [Fact]
    public void What_was_edited_by_hand_is_stale_until_it_is_written_again()
    {
        File.WriteAllText(_file, "<!-- generated: a -->\nedited\n<!-- /generated -->\n");
        var section = new GeneratedSection(_file, "a", "generated");

        section.IsCurrent.ShouldBeFalse();
        section.Write();
        section.IsCurrent.ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_lost_the_section_fails_instead_of_passing_unchecked()
    {
        File.WriteAllText(_file, "nothing here\n");

        Should.Throw<DeliveryFailure>(() => new GeneratedSection(_file, "a", "x").IsCurrent).Message.ShouldContain("<!-- generated: a -->");
    }
}
