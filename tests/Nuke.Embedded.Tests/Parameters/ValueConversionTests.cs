using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Components;

namespace Nuke.Embedded.Tests.Parameters;

public sealed class ValueConversionTests
{
    [Fact]
    public void Texts_become_what_the_parameter_is()
    {
        ValueConversion.Convert(["7"], typeof(int)).ShouldBe(7);
        ValueConversion.Convert(["1.5"], typeof(double?)).ShouldBe(1.5);
        ValueConversion.Convert(["TRUE"], typeof(bool)).ShouldBe(true);
        ValueConversion.Convert([], typeof(bool)).ShouldBe(true);
        ValueConversion.Convert(["verbose"], typeof(Verbosity)).ShouldBe(Verbosity.Verbose);
        ValueConversion.Convert(["release"], typeof(Configuration)).ShouldBe(Configuration.Release);
        ValueConversion.Convert(["/x"], typeof(AbsolutePath)).ShouldBe(AbsolutePath.Create("/x"));
        ValueConversion.Convert(["00:00:05"], typeof(TimeSpan?)).ShouldBe(TimeSpan.FromSeconds(5));
        ValueConversion.Convert([""], typeof(int?)).ShouldBeNull();
    }

    [Theory]
    [InlineData("seven", typeof(int), "Value 'seven' could not be converted to 'Int32'")]
    [InlineData("maybe", typeof(bool?), "Value 'maybe' could not be converted to 'Boolean?'")]
    [InlineData("Fast", typeof(Configuration), "Value 'Fast' could not be converted to 'Configuration'")]
    public void What_does_not_convert_is_named(string value, Type type, string expected) =>
        Should.Throw<ArgumentException>(() => ValueConversion.Convert([value], type)).Message.ShouldBe(expected);

    [Fact]
    public void Several_values_need_an_array() =>
        Should.Throw<ArgumentException>(() => ValueConversion.Convert(["a", "b"], typeof(string))).Message.ShouldContain("[ a, b ]");
}
