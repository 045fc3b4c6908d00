using Nuke.Common.IO;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.IO;

public sealed class GlobbingTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public GlobbingTests()
    {
        foreach (var file in new[] { "a.cs", "b.txt", "src/Api/Api.csproj", "src/Api/obj/x.cs", "src/Web/Web.csproj", "src/Web/w1.cs", "src/Web/w2.cs", "src/.hidden" })
            directory.File(file);
    }

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("*.cs", "a.cs")]
    [InlineData("**/*.cs", "a.cs src/Api/obj/x.cs src/Web/w1.cs src/Web/w2.cs")]
    [InlineData("src/*/*.csproj", "src/Api/Api.csproj src/Web/Web.csproj")]
    [InlineData("src/**/w?.cs", "src/Web/w1.cs src/Web/w2.cs")]
    [InlineData("**/w[2-9].cs", "src/Web/w2.cs")]
    [InlineData("**/w[!2].cs", "src/Web/w1.cs")]
    [InlineData("*.{cs,txt}", "a.cs b.txt")]
    [InlineData("src/{Api,Web}/**/*.cs", "src/Api/obj/x.cs src/Web/w1.cs src/Web/w2.cs")]
    [InlineData("src/*", "src/.hidden")]
    [InlineData(@"src\Api\*.csproj", "src/Api/Api.csproj")]
    [InlineData("src/Api/**", "src/Api/Api.csproj src/Api/obj/x.cs")]
    [InlineData("none/**/*.cs", "")]
    [InlineData("A.cs", "")]
    public void Files_are_found_by_pattern(string pattern, string expected) =>
        string.Join(' ', directory.Path.GlobFiles(pattern).Select(Relative)).ShouldBe(OperatingSystem.IsWindows() && pattern == "A.cs" ? "a.cs" : expected);

    [Theory]
    [InlineData("**/obj", "src/Api/obj")]
    [InlineData("src/*", "src/Api src/Web")]
    [InlineData("*.cs", "")]
    public void Directories_are_found_by_pattern(string pattern, string expected) =>
        string.Join(' ', directory.Path.GlobDirectories(pattern).Select(Relative)).ShouldBe(expected);

    [Fact]
    public void Several_patterns_give_each_path_once() =>
        directory.Path.GlobFiles("*.cs", "**/*.cs").Select(x => x.Name).ShouldBe(["a.cs", "x.cs", "w1.cs", "w2.cs"]);

    [Fact]
    public void A_link_upwards_does_not_make_it_endless()
    {
        Directory.CreateSymbolicLink(directory.Path / "src" / "up", directory.Path);

        directory.Path.GlobFiles("**/a.cs").Select(Relative).ShouldBe(["a.cs"]);
    }

    [Fact]
    public void A_missing_directory_has_no_files() => (directory.Path / "none").GlobFiles("**/*").ShouldBeEmpty();

    [Fact]
    public void A_brace_that_is_not_closed_is_named() =>
        Should.Throw<ArgumentException>(() => directory.Path.GlobFiles("{a,b")).Message.ShouldContain("'{a,b'");

    private string Relative(AbsolutePath path) => Path.GetRelativePath(directory.Path, path).Replace('\\', '/');
}
