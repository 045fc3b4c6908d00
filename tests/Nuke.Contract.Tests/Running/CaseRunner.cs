using System.Globalization;

namespace Nuke.Contract.Tests.Running;

/// <summary>Runs a case in a root of its own and compares.</summary>
internal static class CaseRunner
{
    public static async Task RunAsync(ContractCase contract)
    {
        var root = Directory.CreateTempSubdirectory("contract-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, ".nuke"));
            foreach (var file in contract.Files)
            {
                var path = Path.Combine(root, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllLinesAsync(path, file.Lines);
            }

            var directory = Path.Combine(root, contract.Directory);
            Directory.CreateDirectory(directory);
            foreach (var step in contract.Steps)
                Compare(root, step, await SampleProcess.RunAsync(contract.Sample, directory, step));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Compare(string root, CaseStep step, SampleResult result)
    {
        var start = 0;
        var report = $"The build said:\n{result.Output}";
        foreach (var (word, text) in step.Expectations)
        {
            switch (word)
            {
                case "signal":
                    break;
                case "exit":
                    result.ExitCode.ShouldBe(int.Parse(text, CultureInfo.InvariantCulture), report);
                    break;
                case "prints":
                    var found = result.Output.IndexOf(text, start, StringComparison.Ordinal);
                    found.ShouldBeGreaterThanOrEqualTo(0, $"expected, after what was found before: {text}\n{report}");
                    start = found + text.Length;
                    break;
                case "also":
                    result.Output.ShouldContain(text, Case.Sensitive, report);
                    break;
                case "once":
                    result.Output.Split(text).Length.ShouldBe(2, $"expected once: {text}\n{report}");
                    break;
                case "never":
                    result.Output.ShouldNotContain(text, Case.Sensitive, report);
                    break;
                case "writes":
                    Read(root, text, out var written).ShouldContain(written, Case.Sensitive);
                    break;
                case "hides":
                    Read(root, text, out var hidden).ShouldNotContain(hidden, Case.Sensitive);
                    break;
                case "width":
                    result.Output.Split('\n').Max(x => x.Length).ShouldBeLessThanOrEqualTo(int.Parse(text, CultureInfo.InvariantCulture), report);
                    break;
                default:
                    throw new InvalidOperationException($"A case cannot say '{word}'.");
            }
        }

        step.Expectations.ShouldContain(x => x.Word == "exit", "a run without an expected exit code proves nothing");
    }

    private static string Read(string root, string text, out string expected)
    {
        var separator = text.IndexOf(": ", StringComparison.Ordinal);
        expected = text[(separator + 2)..];
        return File.ReadAllText(Path.Combine(root, text[..separator]));
    }
}
