using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.Tooling;

[Collection(UsesGlobals.Name)]
public sealed class NuGetPackagesTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly AbsolutePath assets;

    public NuGetPackagesTests()
    {
        assets = directory.File("obj/project.assets.json", $$"""
            {
              "libraries": {
                "Linked/2.0.0": { "type": "package" },
                "Twice/1.0.0": { "type": "package" },
                "Sibling/1.0.0": { "type": "project" }
              },
              "packageFolders": { "{{directory.Path / "none"}}": {}, "{{directory.Path / "packages"}}": {} },
              "project": { "frameworks": { "net10.0": { "downloadDependencies": [
                { "name": "Some.Tool", "version": "[1.2.3, 1.2.3]" },
                { "name": "Twice", "version": "[3.0.0, 3.0.0]" },
                { "name": "Gone", "version": "[1.0.0, 1.0.0]" } ] } } }
            }
            """);
        foreach (var file in new[]
                 {
                     "some.tool/1.2.3/tools/net8.0/any/tool.dll", "some.tool/1.2.3/tools/net10.0/any/tool.dll",
                     "some.tool/1.2.3/tools/net10.0/any/tool.exe", "some.tool/1.2.3/tools/net47/tool.dll",
                     "some.tool/1.2.3/tools/net99.0/tool.dll", "some.tool/1.2.3/tools/netcoreapp3.1/tool.dll",
                     "linked/2.0.0/lib/only.dll", "twice/1.0.0/x", "twice/3.0.0/x",
                 })
            directory.File($"packages/{file}");
        NuGetToolPathResolver.NuGetAssetsConfigFile = assets;
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_downloaded_tool_is_found_for_the_framework_that_runs() =>
        NuGetToolPathResolver.GetPackageExecutable("Some.Tool", "TOOL.DLL|tool.exe").ShouldEndWith("some.tool/1.2.3/tools/net10.0/any/tool.dll");

    [Fact]
    public void The_framework_can_be_said() =>
        NuGetToolPathResolver.GetPackageExecutable("Some.Tool", "tool.dll", framework: "net8.0").ShouldContain("/net8.0/");

    [Fact]
    public void A_framework_that_is_not_there_gives_the_newest_that_can_run_here() =>
        NuGetToolPathResolver.GetPackageExecutable("Some.Tool", "tool.dll", framework: "netcoreapp2.1").ShouldContain("/net10.0/");

    [Fact]
    public void Alternatives_are_tried_in_order() =>
        NuGetToolPathResolver.GetPackageExecutable("Absent|Linked", "only.dll").ShouldEndWith("linked/2.0.0/lib/only.dll");

    [Fact]
    public void Of_several_versions_one_must_be_chosen()
    {
        Should.Throw<ArgumentException>(() => NuGetToolPathResolver.GetPackageExecutable("Twice", "x")).Message.ShouldContain("3.0.0, 1.0.0");

        NuGetToolPathResolver.GetPackageExecutable("Twice", "x", "1.0.0").ShouldContain("/1.0.0/");
    }

    [Theory]
    [InlineData("Absent", "<PackageDownload Include=\"Absent\"")]
    [InlineData("Sibling", "has no package 'Sibling'")]
    [InlineData("Gone", "Restore the build project again")]
    public void What_is_missing_is_named_with_the_way_to_get_it(string package, string expected) =>
        Should.Throw<ArgumentException>(() => NuGetToolPathResolver.GetPackageExecutable(package, "x")).Message.ShouldContain(expected);

    [Fact]
    public void A_file_that_the_package_lacks_is_named() =>
        Should.Throw<ArgumentException>(() => ToolResolver.GetNuGetTool("Linked", "absent.dll")).Message.ShouldContain("Could not find 'absent.dll' inside");

    [Fact]
    public void The_restore_is_found_beside_the_project_or_in_the_scratch_directory_of_the_bootstrap()
    {
        BuildProject.FindAssetsFile(directory.Path / "_build.csproj", directory.Path / "bin").ShouldBe(assets);

        var scratch = directory.File("temp/work-embedded/obj/_build/project.assets.json");
        directory.File("temp/work-embedded/obj/Other/project.assets.json");
        (directory.Path / "temp" / "0123abcd").CreateDirectory();
        BuildProject.FindAssetsFile(directory.Path / "build" / "_build.csproj", directory.Path / "temp" / "0123abcd").ShouldBe(scratch);
        Should.Throw<ArgumentException>(() => BuildProject.FindAssetsFile(null, directory.Path / "temp" / "x" / "y")).Message.ShouldContain("was not restored");
    }
}
