using System.Text.RegularExpressions;

namespace FinanceHub.Architecture.Tests;

/// <summary>The time of day is set by people and by the network; what waits for it waits for a day, or not at all.</summary>
public sealed partial class ClockTests
{
    [Theory]
    [InlineData("build/Supervisor")]
    [InlineData("src/FinanceHub.Gateway")]
    public void Waiting_is_measured_by_a_clock_that_nobody_can_set(string project)
    {
        var sources = Repository.Projects(project).SelectMany(Repository.Sources).ToArray();
        sources.ShouldNotBeEmpty();

        var offenders = from source in sources
                        from line in File.ReadLines(source)
                        where IsMeasured(line)
                        select $"{Path.GetFileName(source)}: {line.Trim()}";

        offenders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var deadline = DateTime.UtcNow + timeout;", true)]
    [InlineData("while (alive && DateTime.UtcNow < deadline)", true)]
    [InlineData("wait = next.At - DateTimeOffset.UtcNow;", true)]
    [InlineData("Since = DateTimeOffset.UtcNow,", false)]
    [InlineData("Write($\"{DateTime.UtcNow:yyyy-MM-dd} {message}\");", false)]
    public void The_rule_tells_a_deadline_from_a_time_that_is_written_down(string line, bool isMeasured) => IsMeasured(line).ShouldBe(isMeasured);

    private static bool IsMeasured(string line) => Measured().IsMatch(line);

    [GeneratedRegex(@"UtcNow\s*[-+<>]|[-+<>]=?\s*DateTime(Offset)?\.UtcNow")]
    private static partial Regex Measured();
}
