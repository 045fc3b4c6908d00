using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.Git;
using Nuke.Embedded.Tests.Support;
using Serilog.Events;

namespace Nuke.Embedded.Tests.Tools;

[Collection(UsesGlobals.Name)]
public sealed class DotNetTasksTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly CollectedLog log = new();

    public void Dispose()
    {
        log.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void Dotnet_answers() => DotNetTasks.DotNet($"--version").StdToText().ShouldMatch(@"^\d+\.\d+\.\d+");

    [Fact]
    public void A_command_that_fails_ends_the_target_and_one_without_exit_handling_does_not()
    {
        var settings = new DotNetRestoreSettings().SetProjectFile("absent.csproj").SetProcessWorkingDirectory(directory.Path);

        Should.Throw<ProcessException>(() => DotNetTasks.DotNetRestore(settings)).ExitCode.ShouldNotBe(0);

        DotNetTasks.DotNetRestore(settings.DisableProcessExitHandling()).StdToText().ShouldContain("MSB1009");
    }

    [Theory]
    [InlineData(OutputType.Std, "Program.cs(3,5): error CS1002: ; expected [/x/A.csproj]", LogEventLevel.Error)]
    [InlineData(OutputType.Std, "Program.cs(3,5): warning CS0168: unused [/x/A.csproj]", LogEventLevel.Warning)]
    [InlineData(OutputType.Std, "warn : something", LogEventLevel.Warning)]
    [InlineData(OutputType.Std, "    0 Warning(s)", LogEventLevel.Debug)]
    [InlineData(OutputType.Std, "Build succeeded.", LogEventLevel.Debug)]
    [InlineData(OutputType.Err, "anything", LogEventLevel.Error)]
    public void What_it_says_is_logged_at_the_level_it_means(OutputType type, string text, LogEventLevel expected) =>
        DotNetLogger.LevelOf(type, text).ShouldBe(expected);

    [Fact]
    public void Git_is_called_and_its_standard_error_is_no_error()
    {
        GitTasks.Git("init", workingDirectory: directory.Path);

        GitTasks.Git($"checkout -b {"topic"}", workingDirectory: directory.Path).ShouldContain(x => x.Type == OutputType.Err);

        log.Lines.ShouldNotContain(x => x.Level == LogEventLevel.Error);
    }
}
