using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.Utilities;

public sealed class QuotingTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("\"quoted already\"", "\"quoted already\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData(@"C:\a b\", @"""C:\a b\\""")]
    public void A_value_is_quoted_so_that_it_arrives_as_one_argument(string value, string expected) =>
        value.DoubleQuoteIfNeeded().ShouldBe(expected);
}
