using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.Tooling;

public sealed class OptionsTests
{
    [Fact]
    public void A_setter_returns_a_changed_copy_and_leaves_the_original()
    {
        var original = new DotNetBuildSettings().SetConfiguration("Debug").SetProperty("A", 1);

        var changed = original.SetConfiguration("Release").SetProperty("A", 2).SetProperty("B", 3);

        original.Configuration.ShouldBe("Debug");
        original.Properties!["A"].ShouldBe(1);
        original.Properties.ContainsKey("B").ShouldBeFalse();
        changed.Configuration.ShouldBe("Release");
        changed.Properties!["A"].ShouldBe(2);
    }

    [Fact]
    public void Switches_are_enabled_disabled_toggled_and_reset()
    {
        var settings = new DotNetBuildSettings();

        settings.NoRestore.ShouldBeNull();
        settings.EnableNoRestore().NoRestore.ShouldBe(true);
        settings.EnableNoRestore().DisableNoRestore().NoRestore.ShouldBe(false);
        settings.ToggleNoRestore().NoRestore.ShouldBe(true);
        settings.ToggleNoRestore().ToggleNoRestore().NoRestore.ShouldBe(false);
        settings.EnableNoRestore().ResetNoRestore().NoRestore.ShouldBeNull();
        settings.SetConfiguration("x").SetConfiguration(null).Configuration.ShouldBeNull();
    }

    [Fact]
    public void Lists_are_set_extended_reduced_and_cleared()
    {
        var settings = new DotNetTestSettings().SetLoggers("a").AddLoggers("b", "c").RemoveLoggers("a");

        settings.Loggers.ShouldBe(["b", "c"]);
        settings.SetLoggers("d").Loggers.ShouldBe(["d"]);
        settings.ClearLoggers().Loggers.ShouldBeNull();
    }

    [Fact]
    public void Conditions_decide_within_a_chain()
    {
        string? absent = null;

        new DotNetBuildSettings()
            .When(true, _ => _.EnableNoLogo())
            .When(false, _ => _.EnableNoRestore())
            .When(x => x.NoLogo == true, _ => _.SetFramework("net10.0"))
            .WhenNotNull(absent, (_, o) => _.SetRuntime(o))
            .WhenNotNull("Release", (_, o) => _.SetConfiguration(o))
            .GetArguments().ShouldBe(["build", "--nologo", "--framework", "net10.0", "--configuration", "Release"]);
    }

    [Fact]
    public void Values_are_combined_into_one_invocation_each()
    {
        var combined = new DotNetTestSettings()
            .EnableNoBuild()
            .CombineWith(["a", "b"], (_, v) => _.SetProjectFile(v))
            .CombineWith(["Debug", "Release"], (_, v) => _.SetConfiguration(v));

        combined.Select(x => $"{x.ProjectFile} {x.Configuration} {x.NoBuild}")
            .ShouldBe(["a Debug True", "a Release True", "b Debug True", "b Release True"]);
    }

    [Fact]
    public void Configurators_are_applied_with_and_without_a_value()
    {
        Configure<DotNetTestSettings> plain = _ => _.EnableNoBuild();
        Configure<DotNetTestSettings, string> valued = (_, v) => _.SetFilter(v);

        new DotNetTestSettings().Apply(plain).Apply(valued, "Fast").GetArguments().ShouldBe(["test", "--no-build", "--filter", "Fast"]);
    }

    [Fact]
    public void What_concerns_the_process_is_no_argument()
    {
        var settings = new DotNetBuildSettings()
            .SetProcessWorkingDirectory("/x")
            .SetProcessExecutionTimeout(TimeSpan.FromSeconds(2))
            .DisableProcessOutputLogging()
            .DisableProcessExitHandling()
            .SetProcessEnvironmentVariable("FINANCEHUB_TEST", 1)
            .AddProcessAdditionalArguments("--tl:off", "-m:1");

        settings.GetArguments().ShouldBe(["build", "--tl:off", "-m:1"]);
        settings.ProcessExecutionTimeout.ShouldBe(2000);
        settings.GetEnvironmentVariables()!["FINANCEHUB_TEST"].ShouldBe("1");
        settings.GetEnvironmentVariables()!.ShouldContainKey("PATH");
        new DotNetBuildSettings().GetEnvironmentVariables().ShouldBeNull();
    }
}
