namespace FinanceHub.Delivery.Tests;

public sealed class DeliveryFailureTests
{
    [Fact]
    public void Its_text_is_the_message_and_nothing_else()
    {
        var failure = Should.Throw<DeliveryFailure>(() => throw new DeliveryFailure(ExitCode.DiskFull, "The disk is full.", new IOException("No space left")));

        failure.ToString().ShouldBe("The disk is full.");
    }

    [Fact]
    public void Every_cause_has_an_exit_code_of_its_own_that_a_shell_can_carry()
    {
        var codes = Enum.GetValues<ExitCode>().Select(code => (int)code).ToArray();

        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => code >= 0 && code <= 255);
    }
}
