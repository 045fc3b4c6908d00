using Nuke.Common.IO;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.IO;

public sealed class FileSystemTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private AbsolutePath Root => directory.Path;

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Writing_creates_directories_and_ends_with_one_line_break()
    {
        var file = (Root / "a" / "b.txt").WriteAllText("text\n\n");

        File.ReadAllBytes(file).ShouldBe("text\n"u8.ToArray());
        file.WriteAllText("text", eofLineBreak: false);
        file.AppendAllText(" more");
        file.ReadAllText().ShouldBe("text more");
        (Root / "lines").WriteAllLines(["ä", "b"]).ReadAllLines().ShouldBe(["ä", "b"]);
        (Root / "bytes").WriteAllBytes([1, 2]).ReadAllBytes().ShouldBe([1, 2]);
    }

    [Fact]
    public void Reading_what_is_not_there_names_the_file() =>
        Should.Throw<ArgumentException>(() => (Root / "none").ReadAllText()).Message.ShouldContain($"Expected file to exist: {Root / "none"}");

    [Fact]
    public void A_directory_is_created_cleaned_and_deleted()
    {
        var target = (Root / "d").CreateDirectory();
        directory.File("d/old/file", "x");

        target.CreateOrCleanDirectory();

        target.DirectoryExists().ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(target).ShouldBeEmpty();
        target.DeleteDirectory();
        target.DeleteDirectory();
        target.DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void Deleting_a_directory_leaves_what_its_links_point_to()
    {
        var kept = directory.File("kept/file", "x");
        (Root / "d").CreateDirectory();
        Directory.CreateSymbolicLink(Root / "d" / "link", Root / "kept");

        (Root / "d").DeleteDirectory();

        kept.FileExists().ShouldBeTrue();
    }

    [Fact]
    public void Touching_creates_a_file_or_changes_its_time_only()
    {
        var file = (Root / "a" / "touched").TouchFile();
        file.ReadAllBytes().ShouldBeEmpty();
        file.WriteAllText("x");

        file.TouchFile(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Local));

        File.GetLastWriteTime(file).ShouldBe(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Local));
        file.ReadAllText().ShouldBe("x\n");
        file.DeleteFile();
        file.DeleteFile();
        file.FileExists().ShouldBeFalse();
    }

    [Fact]
    public void Files_are_listed_sorted_as_deep_as_asked()
    {
        directory.File("b.txt");
        directory.File("a.txt");
        directory.File("one/c.txt");
        directory.File("one/two/d.txt");
        directory.File("one/two/e.md");

        Root.GetFiles("*.txt").Select(x => x.Name).ShouldBe(["a.txt", "b.txt"]);
        Root.GetFiles("*.txt", depth: 2).Select(x => x.Name).ShouldBe(["a.txt", "b.txt", "c.txt"]);
        Root.GetFiles("*.txt", depth: 3).Select(x => x.Name).ShouldBe(["a.txt", "b.txt", "c.txt", "d.txt"]);
        Root.GetDirectories().Select(x => x.Name).ShouldBe(["one"]);
        Root.GetDirectories("two", depth: 2).Select(x => x.Name).ShouldBe(["two"]);
    }

    [Fact]
    public void Existing_judges_by_the_last_word_of_the_expression()
    {
        var missingFile = Root / "none";
        var settingsFile = directory.File("settings");
        var rootDirectory = Root;
        var other = settingsFile;

        missingFile.Existing().ShouldBeNull();
        settingsFile.Existing().ShouldBe(settingsFile);
        rootDirectory.Existing().ShouldBe(Root);
        Should.Throw<ArgumentException>(() => other.Existing()).Message.ShouldContain("Cannot infer from argument 'other'");
    }

    [Fact]
    public void Parents_are_searched_upwards_from_the_path_itself()
    {
        directory.File("marker");
        var deep = (Root / "a" / "b").CreateDirectory();

        deep.FindParentOrSelf(x => (x / "marker").FileExists()).ShouldBe(Root);
        deep.FindParentOrSelf(x => x == deep).ShouldBe(deep);
        deep.FindParentOrSelf(_ => false).ShouldBeNull();
    }

    [Fact]
    public void A_hash_is_that_of_the_content() =>
        directory.File("h", "hello").WriteAllText("hello", eofLineBreak: false).GetFileHash().ShouldBe("5d41402abc4b2a76b9719d911017c592");

    [Theory]
    [InlineData(".json", true)]
    [InlineData("json", true)]
    [InlineData("JSON", true)]
    [InlineData(".md", false)]
    public void An_extension_is_compared_in_any_case(string extension, bool expected) =>
        (Root / "a.json").HasExtension(extension).ShouldBe(expected);
}
