using Nuke.Common.Tooling;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.Tooling;

[Collection(UsesGlobals.Name)]
public sealed class ToolTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly CollectedLog log = new();

    public void Dispose()
    {
        log.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void A_program_of_the_PATH_is_called_like_a_method()
    {
        var sh = ToolResolver.GetPathTool("sh");
        var text = "two words";

        sh($"-c {"printf '%s' \"$0\""} {text}").StdToText().ShouldBe(text);
        Should.Throw<ProcessException>(() => sh("-c \"exit 4\"")).ExitCode.ShouldBe(4);
    }

    [Fact]
    public void What_happens_at_the_end_can_be_told()
    {
        var exitCode = 0;

        ToolResolver.GetPathTool("sh")("-c \"exit 4\"", workingDirectory: directory.Path, exitHandler: x => exitCode = x.ExitCode);

        exitCode.ShouldBe(4);
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_tool() =>
        Should.Throw<ArgumentException>(() => ToolResolver.GetTool(directory.Path / "none")).Message.ShouldContain("Expected file to exist");
}
