using FinanceHub.Delivery.CommandLine;
using FinanceHub.Supervisor.Secrets;

namespace Nuke.Contract.Tests.CommandLine;

public sealed class SecretRedactorTests
{
    [Theory]
    [InlineData("plain s3cret/ü\" here")]
    [InlineData("json s3cret/\\u00FC\\u0022 here")]
    [InlineData("json s3cret/ü\\\" here")]
    [InlineData("address s3cret%2F%C3%BC%22 here")]
    [InlineData("address s3cret%2f%c3%bc%22 here")]
    public void Every_form_of_a_secret_is_hidden(string text)
    {
        var clean = new SecretRedactor(["s3cret/ü\""]).Redact(text);

        clean.ShouldEndWith($" {SecretRedactor.Mark} here");
        clean.ShouldNotContain("s3cret");
    }

    [Fact]
    public void Lines_of_a_secret_are_hidden_alone_and_together()
    {
        var redactor = new SecretRedactor(["first line\nsecond line\n"]);

        redactor.Redact("a first line b").ShouldBe($"a {SecretRedactor.Mark} b");
        redactor.Redact("a first line\nsecond line b").ShouldBe($"a {SecretRedactor.Mark} b");
        redactor.Redact("first line\r\nsecond line").ShouldBe($"{SecretRedactor.Mark}\r\n{SecretRedactor.Mark}");
    }

    [Fact]
    public void A_secret_that_begins_with_another_is_hidden_whole() =>
        new SecretRedactor(["abcd", "abcdef"]).Redact("abcdef abcd abcde").ShouldBe($"{SecretRedactor.Mark} {SecretRedactor.Mark} {SecretRedactor.Mark}e");

    [Fact]
    public void What_only_begins_like_a_secret_stays() => new SecretRedactor(["abcdef"]).Redact("abcde abc").ShouldBe("abcde abc");

    [Fact]
    public void However_the_text_is_cut_the_secret_is_hidden()
    {
        const string Text = "before abcabcd between abcabd after abcabc";
        for (var first = 0; first < Text.Length; first++)
        {
            for (var second = first; second < Text.Length; second++)
            {
                using var output = new StringWriter();
                using (var writer = new RedactingWriter(output, new SecretRedactor(["abcabcd"])))
                {
                    writer.Write(Text[..first]);
                    writer.Flush();
                    writer.Write(Text.ToCharArray(), first, second - first);
                    foreach (var character in Text[second..])
                        writer.Write(character);
                }

                output.ToString().ShouldBe($"before {SecretRedactor.Mark} between abcabd after abcabc");
            }
        }
    }

    [Fact]
    public void A_line_is_passed_on_at_once()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var writer = new RedactingWriter(output, new SecretRedactor(["abc"])) { NewLine = "\n" };

        writer.WriteLine("an answer");
        writer.Write("a question? ");

        output.ToString().ShouldBe("an answer\na question? ");
    }
}
