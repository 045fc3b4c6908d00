using System.ComponentModel;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

namespace Nuke.Embedded.Tests.Tooling;

public sealed class EnumerationTests
{
    [Theory]
    [InlineData("Release")]
    [InlineData("release")]
    [InlineData("RELEASE")]
    public void A_value_is_found_by_its_name_in_any_case(string name) =>
        TypeDescriptor.GetConverter(typeof(Configuration)).ConvertFromInvariantString(name).ShouldBeSameAs(Configuration.Release);

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones() =>
        Should.Throw<ArgumentException>(() => TypeDescriptor.GetConverter(typeof(Configuration)).ConvertFromInvariantString("Fast"))
            .Message.ShouldBe("'Fast' is none of the values of Configuration: Debug, Release");

    [Fact]
    public void Values_are_equal_by_type_and_text()
    {
        DotNetVerbosity made = "quiet";

        (made == DotNetVerbosity.quiet).ShouldBeTrue();
        made.GetHashCode().ShouldBe(DotNetVerbosity.quiet.GetHashCode());
        (Configuration.Debug == Configuration.Release).ShouldBeFalse();
        (Configuration.Debug != null).ShouldBeTrue();
        string text = Configuration.Debug;
        text.ShouldBe("Debug");
    }
}
