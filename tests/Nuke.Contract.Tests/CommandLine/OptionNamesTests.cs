using FinanceHub.Delivery.CommandLine;

namespace Nuke.Contract.Tests.CommandLine;

public sealed class OptionNamesTests
{
    [Theory]
    [InlineData("ApiKey", "api-key")]
    [InlineData("Env", "env")]
    [InlineData("HTMLReport", "html-report")]
    [InlineData("CoverageThreshold", "coverage-threshold")]
    public void Names_are_written_with_dashes(string name, string dashed) => OptionNames.Dashed(name).ShouldBe(dashed);

    [Theory]
    [InlineData("--api-key", "ApiKey")]
    [InlineData("-APIKEY", "api-key")]
    public void Dashes_and_case_do_not_count(string left, string right) => OptionNames.AreEqual(left, right).ShouldBeTrue();
}
