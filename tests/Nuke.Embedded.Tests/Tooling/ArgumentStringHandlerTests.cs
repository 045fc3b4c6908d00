using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public sealed class ArgumentStringHandlerTests
{
    [Fact]
    public void Values_are_quoted_where_needed()
    {
        AbsolutePath path = "/a b/c";
        var plain = "x";
        var spaced = "y z";

        Render($"run {plain} {spaced} {path} --n {3} {1.5}").ShouldBe("run x \"y z\" \"/a b/c\" --n 3 1.5");
    }

    [Fact]
    public void What_is_quoted_already_stays_as_it_is()
    {
        var (doubled, single, raw) = ("\"a b\"", "'a b'", "a b");

        Render($"x {doubled} {single} {raw:nq}").ShouldBe("x \"a b\" 'a b' a b");
    }

    [Fact]
    public void Several_paths_are_several_arguments()
    {
        AbsolutePath[] paths = ["/a b", "/c"];

        Render($"rm {paths}").ShouldBe("rm \"/a b\" /c");
    }

    [Fact]
    public void A_single_value_is_the_arguments_themselves()
    {
        var arguments = "build --no-restore";

        Render($"{arguments}").ShouldBe(arguments);
        Render("commit -m \"two words\"").ShouldBe("commit -m \"two words\"");
    }

    [Fact]
    public void Secrets_are_passed_on_and_redacted_in_what_is_shown()
    {
        var (password, longer) = ("hunter2", "hunter2-extended");

        var handler = Make($"login -p {password:r} -t {longer:r} --user bob");

        var filter = handler.GetFilter();
        handler.ToStringAndClear().ShouldBe("login -p hunter2 -t hunter2-extended --user bob");
        filter("-p hunter2 -t hunter2-extended").ShouldBe("-p [REDACTED] -t [REDACTED]");
    }

    private static ArgumentStringHandler Make(ArgumentStringHandler arguments) => arguments;

    private static string Render(ArgumentStringHandler arguments) => arguments.ToStringAndClear();
}
