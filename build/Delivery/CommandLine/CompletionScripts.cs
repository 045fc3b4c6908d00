namespace FinanceHub.Delivery.CommandLine;

/// <summary>Scripts that make a shell ask the build for completions; each is read by the shell's start-up file.</summary>
public static class CompletionScripts
{
    private const string Bash = """
        _financehub_build() {
            local script=${COMP_WORDS[0]} line=${COMP_LINE:0:COMP_POINT} candidate
            COMPREPLY=()
            while IFS= read -r candidate; do
                COMPREPLY+=("$candidate")
            done < <("$script" :complete "${line#* }" 2>/dev/null)
        }
        complete -o default -F _financehub_build build.sh ./build.sh

        """;

    private const string Zsh = """
        _financehub_build() {
            local -a candidates
            candidates=("${(@f)$("${words[1]}" :complete "${(j: :)words[2,CURRENT]}" 2>/dev/null)}")
            compadd -- $candidates
        }
        compdef _financehub_build build.sh ./build.sh

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName build.ps1, ./build.ps1 -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $script = $commandAst.CommandElements[0].Extent.Text
            $line = ($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text }) -join ' '
            if (-not $wordToComplete) { $line += ' ' }
            & $script :complete $line 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>The script of the shell.</summary>
    /// <exception cref="DeliveryFailure">There is none: exit code 2.</exception>
    public static string Of(string? shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "powershell" or "pwsh" => PowerShell,
        _ => throw new DeliveryFailure(
            ExitCode.Usage,
            $"There is no completion for {(shell is null ? "no shell" : $"'{shell}'")}. Use one of: ./build.sh :completion bash|zsh|powershell"),
    };
}
