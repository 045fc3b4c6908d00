using Nuke.Embedded.Tests.Support;
using Assert = Nuke.Common.Assert;

namespace Nuke.Embedded.Tests.Utilities;

public sealed class AssertTests
{
    [Fact]
    public void A_failure_names_the_expression_that_failed()
    {
        var answer = 41;

        Should.Throw<ArgumentException>(() => Assert.True(answer == 42)).ParamName.ShouldBe("answer == 42");
        Should.Throw<ArgumentException>(() => Assert.False(answer == 41)).ParamName.ShouldBe("answer == 41");
    }

    [Fact]
    public void A_message_of_ones_own_is_the_whole_message() =>
        Should.Throw<ArgumentException>(() => Assert.True(false, "Buy milk")).Message.ShouldBe("Buy milk");

    [Fact]
    public void What_is_there_is_handed_on()
    {
        string? text = "x";
        int? number = 3;

        Assert.NotNull(text).ShouldBe("x");
        Assert.NotNull(number).ShouldBe(3);
        Assert.NotNullOrEmpty(text).ShouldBe("x");
        Assert.NotNullOrWhiteSpace(text).ShouldBe("x");
    }

    [Fact]
    public void What_is_missing_or_too_much_is_an_error()
    {
        using var directory = new TemporaryDirectory();
        string[] two = ["a", "b"];

        Should.Throw<ArgumentException>(() => Assert.NotNull((string?)null));
        Should.Throw<ArgumentException>(() => Assert.NotNull((int?)null));
        Should.Throw<ArgumentException>(() => Assert.NotNullOrEmpty(""));
        Should.Throw<ArgumentException>(() => Assert.NotNullOrWhiteSpace(" "));
        Should.Throw<ArgumentException>(() => Assert.NotEmpty(Array.Empty<int>()));
        Should.Throw<ArgumentException>(() => Assert.Empty(two));
        Should.Throw<ArgumentException>(() => Assert.Count(two, 3)).Message.ShouldContain("length of 3, but it has 2");
        Should.Throw<ArgumentException>(() => Assert.HasSingleItem(two));
        Should.Throw<ArgumentException>(() => Assert.FileExists(directory.Path));
        Should.Throw<ArgumentException>(() => Assert.DirectoryExists(directory.File("f")));
    }

    [Fact]
    public void Failing_keeps_the_cause()
    {
        var cause = new InvalidOperationException();

        var failure = Should.Throw<Exception>(() => Assert.Fail("no", cause));

        failure.Message.ShouldBe("no");
        failure.InnerException.ShouldBe(cause);
    }
}
