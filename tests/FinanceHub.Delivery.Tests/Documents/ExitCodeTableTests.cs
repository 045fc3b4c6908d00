using FinanceHub.Delivery.Documents;

namespace FinanceHub.Delivery.Tests.Documents;

public sealed class ExitCodeTableTests
{
    [Fact]
    public void A_code_without_a_comment_fails_instead_of_being_left_out() =>
        Should.Throw<DeliveryFailure>(() => ExitCodeTable.Render("/// <summary>Done.</summary>\n    Success = 0,\n")).Message.ShouldContain("PortInUse");

    [Fact]
    public void Every_code_is_a_row_with_its_comment()
    {
        var source = string.Concat(Enum.GetValues<ExitCode>().Select(code => $"    /// <summary>About {code}.</summary>\n    {code} = {(int)code},\n"));

        var rows = ExitCodeTable.Render(source).Split('\n');

        rows.Length.ShouldBe(Enum.GetValues<ExitCode>().Length + 2);
        rows.ShouldContain("| 13 | About PortInUse. |");
    }
}
