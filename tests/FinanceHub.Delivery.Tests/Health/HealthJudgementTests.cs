using FinanceHub.Delivery.Health;

namespace FinanceHub.Delivery.Tests.Health;

public sealed class HealthJudgementTests
{
    [Theory]
    [InlineData("pass", false, ExitCode.Success)]
    [InlineData("warn", false, ExitCode.Success)]
    [InlineData("warn", true, ExitCode.Failed)]
    [InlineData("fail", false, ExitCode.Failed)]
    [InlineData("unreachable", false, ExitCode.Failed)]
    public void The_worst_service_decides(string worker, bool strict, ExitCode expected) =>
        HealthCommand.Judge("local", "r1", [Service("gateway", "pass"), Service("api", "pass"), Service("web", "pass"), Service("worker", worker)], strict).ExitCode.ShouldBe(expected);

    [Fact]
    public void A_service_that_is_missing_is_not_a_pass() =>
        HealthCommand.Judge("local", "r1", [Service("gateway", "pass"), Service("api", "pass"), Service("web", "pass")], strict: false).ExitCode.ShouldBe(ExitCode.Failed);

    [Fact]
    public void An_environment_whose_gateway_does_not_answer_is_unreachable() =>
        HealthCommand.Judge("local", "r1", [Service("gateway", "unreachable"), Service("api", "pass"), Service("web", "pass"), Service("worker", "pass")], strict: false)
            .ExitCode.ShouldBe(ExitCode.NotDeployed);

    [Fact]
    public void Nothing_at_all_is_unreachable() => HealthCommand.Judge("local", null, [], strict: false).ExitCode.ShouldBe(ExitCode.NotDeployed);

    private static ServiceHealth Service(string name, string status) => new() { Service = name, Status = status, Milliseconds = 1 };
}
