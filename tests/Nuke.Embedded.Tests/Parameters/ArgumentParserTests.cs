using Nuke.Common.Parameters;
using Nuke.Components;

namespace Nuke.Embedded.Tests.Parameters;

public sealed class ArgumentParserTests
{
    [Theory]
    [InlineData("--api-key")]
    [InlineData("--ApiKey")]
    [InlineData("-apikey")]
    [InlineData("--API-KEY")]
    public void A_name_is_found_in_any_case_with_or_without_dashes(string option)
    {
        var parser = new ArgumentParser(["Deploy", option, "value"]);

        parser.HasArgument("ApiKey").ShouldBeTrue();
        parser.GetNamedArgument("ApiKey", typeof(string), separator: null).ShouldBe("value");
        parser.HasArgument("ApiKeys").ShouldBeFalse();
    }

    [Fact]
    public void Values_before_the_first_option_are_positional_and_later_ones_are_the_options()
    {
        var parser = new ArgumentParser(["Test", "Pack", "--numbers", "1", "2", "3", "--flag"]);

        parser.GetAllPositionalArguments(typeof(string[]), separator: null).ShouldBeOfType<string[]>().ShouldBe(["Test", "Pack"]);
        parser.GetPositionalArgument(-1, typeof(string), separator: null).ShouldBe("Pack");
        parser.GetPositionalArgument(2, typeof(string), separator: null).ShouldBeNull();
        parser.GetNamedArgument("numbers", typeof(int[]), separator: null).ShouldBeOfType<int[]>().ShouldBe([1, 2, 3]);
        parser.GetNamedArgument("flag", typeof(bool?), separator: null).ShouldBe(true);
        parser.GetNamedArgument("absent", typeof(bool?), separator: null).ShouldBeNull();
    }

    [Fact]
    public void The_last_of_several_options_counts() =>
        new ArgumentParser(["--env", "local", "--env", "prod"]).GetNamedArgument("Env", typeof(string), separator: null).ShouldBe("prod");

    [Fact]
    public void A_separator_splits_one_value_but_not_several()
    {
        new ArgumentParser(["--names", "a+b"]).GetNamedArgument("Names", typeof(string[]), '+').ShouldBeOfType<string[]>().ShouldBe(["a", "b"]);

        Should.Throw<ArgumentException>(() => new ArgumentParser(["--names", "a+b", "c"]).GetNamedArgument("Names", typeof(string[]), '+'))
            .Message.ShouldContain("cannot be split with separator '+'");
    }

    [Fact]
    public void A_value_that_does_not_convert_is_named_with_its_option()
    {
        var message = Should.Throw<ArgumentException>(
            () => new ArgumentParser(["--configuration", "Fast"]).GetNamedArgument("configuration", typeof(Configuration), separator: null)).Message;

        message.ShouldContain("'configuration'");
        message.ShouldContain("'Fast'");
    }
}
