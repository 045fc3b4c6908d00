using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

internal static class AnswerAssertions
{
    public static Answer ShouldSucceed(this Answer answer)
    {
        answer.ExitCode.ShouldBe(0, answer.Output);
        return answer;
    }

    /// <summary>A fault that a user can cause: its exit code, its sentence, and no stack trace.</summary>
    public static Answer ShouldFailWith(this Answer answer, int exitCode, string sentence)
    {
        answer.ExitCode.ShouldBe(exitCode, answer.Output);
        answer.Output.ShouldContain(sentence, Case.Sensitive, answer.Output);
        answer.Output.ShouldNotContain("   at ", Case.Sensitive, answer.Output);
        return answer;
    }
}
