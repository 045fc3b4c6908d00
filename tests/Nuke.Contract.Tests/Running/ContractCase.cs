namespace Nuke.Contract.Tests.Running;

/// <summary>
/// A behaviour as a readable file. Its name is the sentence; its lines are:
/// <code>
/// sample NAME             which of the sample's builds; plain if not given
/// env NAME=VALUE          an environment variable
/// file PATH               a file below the root; its text follows, each line indented by four spaces
/// cd PATH                 the working directory below the root
/// engine NAME             only this engine does so
/// run ARGUMENTS           starts the build; what follows is about this run, until the next one
/// signal INT after TEXT   sends the signal once the output has the text
/// exit CODE
/// prints TEXT             a line has the text; several of them in this order
/// also TEXT               a line has the text, anywhere
/// once TEXT               the output has the text exactly once
/// never TEXT              no line has the text
/// writes PATH: TEXT       the file has the text
/// hides PATH: TEXT        the file has not the text, but is there
/// width NUMBER            no line is longer
/// </code>
/// </summary>
internal sealed record ContractCase(string Sample, string? Engine, IReadOnlyList<CaseFile> Files, string Directory, IReadOnlyList<CaseStep> Steps)
{
    private const string Indentation = "    ";

    public static ContractCase Read(string path)
    {
        var (sample, directory) = ("plain", ".");
        string? engine = null;
        var files = new List<CaseFile>();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var steps = new List<CaseStep>();
        foreach (var line in File.ReadLines(path).Where(x => x.Length > 0 && x[0] != '#'))
        {
            if (line.StartsWith(Indentation, StringComparison.Ordinal))
            {
                files[^1].Lines.Add(line[Indentation.Length..]);
                continue;
            }

            var (word, rest) = Split(line, ' ');
            switch (word)
            {
                case "sample":
                    sample = rest;
                    break;
                case "engine":
                    engine = rest;
                    break;
                case "cd":
                    directory = rest;
                    break;
                case "file":
                    files.Add(new CaseFile(rest, []));
                    break;
                case "env":
                    var (name, value) = Split(rest, '=');
                    variables[name] = value.Replace("\\n", "\n", StringComparison.Ordinal);
                    break;
                case "run":
                    steps.Add(new CaseStep(Arguments.Split(rest), new(variables), []));
                    break;
                default:
                    steps[^1].Expectations.Add((word, rest));
                    break;
            }
        }

        return new ContractCase(sample, engine, files, directory, steps);
    }

    private static (string, string) Split(string text, char separator)
    {
        var index = text.IndexOf(separator, StringComparison.Ordinal);
        return index < 0 ? (text, string.Empty) : (text[..index], text[(index + 1)..]);
    }
}

/// <summary>A file that is there before the build starts.</summary>
internal sealed record CaseFile(string Path, List<string> Lines);

/// <summary>One start of the build, and what has to come of it.</summary>
internal sealed record CaseStep(string[] Arguments, Dictionary<string, string> Variables, List<(string Word, string Text)> Expectations);
