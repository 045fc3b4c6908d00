using Nuke.Common.IO;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.IO;

public sealed class CopyAndMoveTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private AbsolutePath Root => directory.Path;

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_directory_is_copied_without_what_is_excluded()
    {
        directory.File("from/a.txt", "a");
        directory.File("from/deep/b.txt", "b");
        directory.File("from/obj/c.txt", "c");

        var copy = (Root / "from").Copy(
            Root / "to",
            excludeDirectory: x => x.Name == "obj",
            excludeFile: x => x.Name == "a.txt");

        copy.ShouldBe(Root / "to");
        copy.GlobFiles("**/*").ShouldBe([Root / "to" / "deep" / "b.txt"]);
        (Root / "from" / "a.txt").FileExists().ShouldBeTrue();
    }

    [Fact]
    public void Whatever_exists_is_an_error_by_default()
    {
        directory.File("from/a", "new");
        directory.File("to/a", "old");

        Should.Throw<ArgumentException>(() => (Root / "from").Copy(Root / "to")).Message.ShouldContain("Policy disallows merging directories");
        Should.Throw<IOException>(() => (Root / "from" / "a").Copy(Root / "to" / "a")).Message.ShouldContain("already exists");
        (Root / "to" / "a").ReadAllText().ShouldBe("old\n");
    }

    [Theory]
    [InlineData(ExistsPolicy.MergeAndSkip, "old\n")]
    [InlineData(ExistsPolicy.MergeAndOverwrite, "new\n")]
    [InlineData(ExistsPolicy.MergeAndOverwriteIfNewer, "old\n")]
    public void The_policy_decides_what_stays(ExistsPolicy policy, string expected)
    {
        directory.File("from/a", "new").TouchFile(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Local));
        directory.File("to/a", "old").TouchFile(new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Local));
        directory.File("to/b", "kept");

        (Root / "from").Copy(Root / "to", policy);

        (Root / "to" / "a").ReadAllText().ShouldBe(expected);
        (Root / "to" / "b").FileExists().ShouldBeTrue();
    }

    [Fact]
    public void A_directory_is_not_copied_into_itself()
    {
        directory.File("from/a");

        Should.Throw<ArgumentException>(() => (Root / "from").CopyToDirectory(Root / "from")).Message.ShouldContain("must not be in source directory");
    }

    [Fact]
    public void Moving_leaves_nothing_behind_but_what_the_policy_skips()
    {
        directory.File("from/a", "new");
        directory.File("from/b", "new");
        directory.File("to/a", "old");

        (Root / "from").Move(Root / "to", ExistsPolicy.MergeAndSkip);

        (Root / "from" / "a").FileExists().ShouldBeTrue();
        (Root / "from" / "b").FileExists().ShouldBeFalse();
        (Root / "from").Move(Root / "to", ExistsPolicy.MergeAndOverwrite);
        (Root / "from").DirectoryExists().ShouldBeFalse();
        (Root / "to" / "a").ReadAllText().ShouldBe("new\n");
    }

    [Fact]
    public void Files_are_moved_into_directories_and_renamed()
    {
        var moved = directory.File("a.txt", "a").MoveToDirectory(Root / "d");
        moved.ShouldBe(Root / "d" / "a.txt");

        moved.Rename("b.txt").ShouldBe(Root / "d" / "b.txt");

        (Root / "d").GetFiles().Select(x => x.Name).ShouldBe(["b.txt"]);
        (Root / "d" / "b.txt").CopyToDirectory(Root / "e").ShouldBe(Root / "e" / "b.txt");
    }
}
