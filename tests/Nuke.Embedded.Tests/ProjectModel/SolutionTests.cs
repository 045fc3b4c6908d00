using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.ProjectModel;

public sealed class SolutionTests : IDisposable
{
    private const string Sln = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        # Visual Studio Version 17
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "tests", "tests", "{11111111-1111-1111-1111-111111111111}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Shop.Api", "src\Shop.Api\Shop.Api.csproj", "{22222222-2222-2222-2222-222222222222}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Shop.Tests", "tests\Shop.Tests\Shop.Tests.csproj", "{33333333-3333-3333-3333-333333333333}"
        EndProject
        Global
        	GlobalSection(SolutionConfigurationPlatforms) = preSolution
        		Debug|Any CPU = Debug|Any CPU
        	EndGlobalSection
        	GlobalSection(NestedProjects) = preSolution
        		{33333333-3333-3333-3333-333333333333} = {11111111-1111-1111-1111-111111111111}
        	EndGlobalSection
        EndGlobal
        """;

    private const string Slnx = """
        <Solution>
          <Folder Name="/tests/">
            <Project Path="tests/Shop.Tests/Shop.Tests.csproj" />
          </Folder>
          <Project Path="src/Shop.Api/Shop.Api.csproj" />
        </Solution>
        """;

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("Shop.sln", Sln)]
    [InlineData("Shop.slnx", Slnx)]
    public void Both_formats_are_read(string name, string content)
    {
        var solution = new Solution(directory.File(name, content));

        solution.AllProjects.Select(x => x.Name).Order().ShouldBe(["Shop.Api", "Shop.Tests"]);
        var api = solution.GetProject("Shop.Api").ShouldNotBeNull();
        api.Path.ShouldBe(directory.Path / "src" / "Shop.Api" / "Shop.Api.csproj");
        api.Directory.Name.ShouldBe("Shop.Api");
        solution.GetAllProjects("*.Tests").Select(x => x.Name).ShouldBe(["Shop.Tests"]);
        solution.GetAllProjects("Shop.*").Count().ShouldBe(2);
        solution.GetAllProjects("Shop").ShouldBeEmpty();
        solution.GetProject("Shop.Tests").ShouldBeNull("it is in a solution folder");
    }

    [Fact]
    public void A_solution_stands_for_its_path()
    {
        var solution = new Solution(directory.File("Shop.sln", Sln));

        string text = solution;
        AbsolutePath path = solution;

        text.ShouldBe(directory.Path / "Shop.sln");
        path.ShouldBe(solution.Path);
        (solution.Name, solution.FileName, solution.Directory).ShouldBe(("Shop", "Shop.sln", directory.Path));
    }

    [Fact]
    public void It_is_read_only_when_projects_are_asked_for()
    {
        var solution = new Solution(directory.Path / "absent.sln");

        solution.Name.ShouldBe("absent");
        Should.Throw<ArgumentException>(() => solution.AllProjects).Message.ShouldBe($"Solution file '{directory.Path / "absent.sln"}' does not exist");
    }

    [Fact]
    public void A_file_that_is_no_solution_is_named()
    {
        Should.Throw<ArgumentException>(() => new Solution(directory.File("a.txt")).AllProjects).Message.ShouldContain("expected .sln or .slnx");
        Should.Throw<InvalidDataException>(() => new Solution(directory.File("a.slnx", "<Solution><")).AllProjects).Message.ShouldContain("cannot be read");
    }
}
