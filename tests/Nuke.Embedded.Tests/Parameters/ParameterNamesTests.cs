using Nuke.Common.Parameters;

namespace Nuke.Embedded.Tests.Parameters;

public sealed class ParameterNamesTests
{
    [Theory]
    [InlineData("ApiKey", "api-key")]
    [InlineData("Env", "env")]
    [InlineData("GitHubToken", "github-token")]
    [InlineData("NuGetSource", "nuget-source")]
    [InlineData("HTMLReport", "html-report")]
    [InlineData("NoLogo", "no-logo")]
    public void A_name_is_written_with_dashes(string name, string expected) => ParameterNames.Dashed(name).ShouldBe(expected);
}
