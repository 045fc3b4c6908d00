using System.Diagnostics.CodeAnalysis;

namespace FinanceHub.Delivery.CommandLine;

/// <summary>
/// What shells ask: <c>:complete "words so far"</c> prints what can follow, <c>:completion bash</c> (zsh, powershell) the script that
/// makes the shell ask.
/// </summary>
public static class CompletionCommand
{
    private const string Complete = ":complete";
    private const string Script = ":completion";

    /// <summary>Answers, if the arguments are such a question.</summary>
    /// <exception cref="DeliveryFailure">There is no script for the shell: exit code 2.</exception>
    public static bool TryRun(CommandLineModel model, string[] arguments, [NotNullWhen(true)] out string? text)
    {
        text = arguments switch
        {
            [Complete, .. var words] => string.Concat(Completion.Of(model, string.Join(' ', words)).Select(x => x + "\n")),
            [Script, .. var shell] => CompletionScripts.Of(shell is [var name] ? name : null),
            _ => null,
        };
        return text is not null;
    }
}
