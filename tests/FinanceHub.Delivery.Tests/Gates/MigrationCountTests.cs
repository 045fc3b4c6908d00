using FinanceHub.Delivery.Gates;

namespace FinanceHub.Delivery.Tests.Gates;

public sealed class MigrationCountTests
{
    [Fact]
    public void The_number_that_was_read_is_told() => MigrationCount.Require("sqlite", """{"schema":1,"migrations":3,"findings":[]}""").ShouldBe(3);

    [Fact]
    public void None_is_not_a_pass()
    {
        var failure = Should.Throw<DeliveryFailure>(() => MigrationCount.Require("sqlite", """{"schema":1,"migrations":0,"findings":[]}"""));

        failure.Code.ShouldBe(ExitCode.Failed);
        failure.Message.ShouldStartWith("The lint read 0 migrations of sqlite, expected at least one.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"schema":1}""")]
    [InlineData("""{"migrations":"many"}""")]
    [InlineData("""{"migrations":1.5}""")]
    public void What_is_no_report_is_not_a_pass(string report) =>
        Should.Throw<DeliveryFailure>(() => MigrationCount.Require("sqlite", report)).Message.ShouldStartWith("The report of the lint of sqlite is not readable");
}
