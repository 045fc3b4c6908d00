using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>A page for people whose shell blocks are run as they are written: a command that is changed in the page is changed in the tests.</summary>
internal sealed class Page
{
    private readonly string _name;
    private readonly List<(string Heading, string Commands)> _blocks = [];
    private readonly List<(string Heading, string Command)> _cells = [];

    /// <param name="path">Below the repository's root.</param>
    public Page(string path)
    {
        _name = path;
        var (heading, block) = ("", default(List<string>));
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, path)))
        {
            if (block is not null && line.StartsWith("```", StringComparison.Ordinal))
            {
                _blocks.Add((heading, string.Join('\n', block)));
                block = null;
            }
            else if (block is not null)
            {
                block.Add(line);
            }
            else if (line.StartsWith("```bash", StringComparison.Ordinal))
            {
                block = [];
            }
            else if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#', ' ');
            }
            else if (line.StartsWith('|') && line.Split('`') is { Length: > 2 } parts)
            {
                _cells.AddRange(parts.Where((part, index) => index % 2 == 1 && part.StartsWith("./build.sh ", StringComparison.Ordinal)).Select(command => (heading, command)));
            }
        }
    }

    /// <summary>The headings that have shell blocks directly below them.</summary>
    public IEnumerable<string> Headings => _blocks.Select(block => block.Heading).Distinct(StringComparer.Ordinal);

    /// <summary>What the blocks set for the shell that the reader goes on in, up to a heading.</summary>
    public string SetBefore(string heading) => string.Concat(_blocks.TakeWhile(block => block.Heading != heading)
        .SelectMany(block => block.Commands.Split('\n')).Where(line => line.StartsWith("export ", StringComparison.Ordinal)).Select(line => line + "\n"));

    /// <summary>The commands in tables directly below a heading, in order.</summary>
    public IReadOnlyList<string> TableCommands(string heading)
    {
        var commands = _cells.Where(cell => cell.Heading == heading).Select(cell => cell.Command).ToList();
        commands.ShouldNotBeEmpty($"{_name} has no table of commands below '{heading}'");
        return commands;
    }

    /// <summary>The shell blocks directly below a heading, in order.</summary>
    public IReadOnlyList<string> Commands(string heading)
    {
        var blocks = _blocks.Where(block => block.Heading == heading).Select(block => block.Commands).ToList();
        blocks.ShouldNotBeEmpty($"{_name} has no shell block below '{heading}'");
        return blocks;
    }
}
