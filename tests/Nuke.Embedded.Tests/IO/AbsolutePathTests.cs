using System.ComponentModel;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

public sealed class AbsolutePathTests
{
    [Theory]
    [InlineData("/a/b/", "/a/b")]
    [InlineData("/a//./b/../c", "/a/c")]
    [InlineData("/", "/")]
    [InlineData(@"C:\a/b\", @"C:\a\b")]
    [InlineData(@"C:\", @"C:\")]
    [InlineData(@"\\server\share\..\other", @"\\server\other")]
    public void A_path_is_normalised(string text, string expected) => AbsolutePath.Create(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("/a/../..")]
    [InlineData(@"C:\..")]
    public void A_path_that_leaves_its_root_is_refused(string text) =>
        Should.Throw<ArgumentException>(() => AbsolutePath.Create(text)).Message.ShouldContain("leaves its root");

    [Fact]
    public void A_relative_path_is_refused_by_name()
    {
        var refused = Should.Throw<ArgumentException>(() =>
        {
            AbsolutePath path = "a/b";
            return path;
        });

        refused.Message.ShouldBe("Path 'a/b' must be rooted");
    }

    [Fact]
    public void Segments_text_and_parents_are_put_together_with_operators()
    {
        AbsolutePath root = "/repository";

        (root / "src" / "Api").ToString().ShouldBe("/repository/src/Api");
        (root / @"src\Api").ToString().ShouldBe("/repository/src/Api");
        (root / "src" / ..).ShouldBe(root);
        (root / "release" + ".zip").ToString().ShouldBe("/repository/release.zip");
        (root / null).ShouldBe(root);
        Should.Throw<ArgumentException>(() => root / "/etc").Message.ShouldBe("Second path '/etc' must not be rooted");
        Should.Throw<ArgumentException>(() => AbsolutePath.Create("/") / ..).Message.ShouldContain("has no parent");
    }

    [Theory]
    [InlineData("/a/b.tar.gz", "b.tar.gz", "b.tar", ".gz", "/a")]
    [InlineData(@"C:\a\b.txt", "b.txt", "b", ".txt", @"C:\a")]
    [InlineData("/a", "a", "a", "", "/")]
    [InlineData("/", "", "", "", null)]
    [InlineData(@"C:\", "", "", "", null)]
    public void A_path_knows_its_parts(string text, string name, string withoutExtension, string extension, string? parent)
    {
        var path = AbsolutePath.Create(text);

        path.Name.ShouldBe(name);
        path.NameWithoutExtension.ShouldBe(withoutExtension);
        path.Extension.ShouldBe(extension);
        path.Parent?.ToString().ShouldBe(parent);
        (path.Parent is null).ShouldBe(parent is null);
    }

    [Fact]
    public void Case_matters_except_on_Windows_paths()
    {
        AbsolutePath.Create("/A").ShouldNotBe(AbsolutePath.Create("/a"));
        AbsolutePath.Create(@"C:\A").ShouldBe(AbsolutePath.Create(@"c:\a"));
        AbsolutePath.Create(@"C:\A").GetHashCode().ShouldBe(AbsolutePath.Create(@"c:\a").GetHashCode());
        (AbsolutePath.Create("/a") == AbsolutePath.Create("/a/")).ShouldBeTrue();
        (AbsolutePath.Create("/a") != null).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, "/a b")]
    [InlineData("nq", "/a b")]
    [InlineData("d", "\"/a b\"")]
    [InlineData("dn", "\"/a b\"")]
    [InlineData("s", "'/a b'")]
    [InlineData("sn", "'/a b'")]
    public void A_path_is_quoted_as_the_format_says(string? format, string expected) =>
        AbsolutePath.Create("/a b").ToString(format).ShouldBe(expected);

    [Fact]
    public void A_path_without_spaces_needs_no_quotes()
    {
        AbsolutePath path = "/a";

        $"{path:dn}|{path:sn}|{path}".ShouldBe("/a|/a|/a");
        Should.Throw<FormatException>(() => path.ToString("x")).Message.ShouldContain("'x'");
    }

    [Fact]
    public void A_parameter_that_is_relative_starts_at_the_working_directory()
    {
        var converter = TypeDescriptor.GetConverter(typeof(AbsolutePath));

        converter.ConvertFromInvariantString("x/y").ShouldBe(AbsolutePath.Create(Environment.CurrentDirectory) / "x" / "y");
        converter.ConvertFromInvariantString("/x").ShouldBe(AbsolutePath.Create("/x"));
    }
}
