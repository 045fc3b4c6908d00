using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace FinanceHub.Delivery.Gates;

/// <summary>What the test runs of one directory of TRX files counted.</summary>
/// <param name="Passed">Tests that ran and passed.</param>
/// <param name="Failed">Tests that ran and failed, timed out or were aborted.</param>
/// <param name="Skipped">Tests that did not run, each with the reason it gave.</param>
/// <param name="FailedNames">The failed tests' names, sorted.</param>
/// <param name="BrokenRuns">Projects whose run did not end by itself: what they counted is not all there was.</param>
public sealed record TestResults(int Passed, int Failed, IReadOnlyList<SkippedTest> Skipped, IReadOnlyList<string> FailedNames, IReadOnlyList<string> BrokenRuns)
{
    /// <summary>Holds if at least one test ran, none failed and every run came to its end.</summary>
    /// <exception cref="DeliveryFailure">A test failed, none ran, or a run broke off.</exception>
    public void Require()
    {
        if (Failed > 0)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"{Failed} of {Passed + Failed} tests failed: {string.Join(", ", FailedNames.Take(10))}{(Failed > 10 ? ", ..." : "")}. Run one alone: ./build.sh Test --filter NAME");
        }

        if (BrokenRuns.Count > 0)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"The test run of {string.Join(", ", BrokenRuns)} broke off: expected it to complete. See its output above.");
        }

        if (Passed == 0)
        {
            throw new DeliveryFailure(ExitCode.Failed, "No test ran, expected at least one. If you gave a filter, no test's full name contains it.");
        }
    }

    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The line that CI reads.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped.Count} skipped");

    /// <summary>Reads every <c>*.trx</c> below a directory and holds them against the projects that should have run.</summary>
    /// <param name="directory">Where the test runs wrote their results.</param>
    /// <param name="expectedProjects">Names of the test projects; each must have counted at least one test, since a run
    /// that finds nothing to run ends green.</param>
    /// <exception cref="DeliveryFailure">A project has no result or no test, or a result cannot be read.</exception>
    public static TestResults Read(string directory, IReadOnlyCollection<string> expectedProjects)
    {
        var runs = Directory.Exists(directory)
            ? [.. Directory.EnumerateFiles(directory, "*.trx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(ReadFile)]
            : new List<Run>();
        var silent = expectedProjects
            .Where(project => !runs.Any(run => run.Project == project && run.Results.Count > 0))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (silent.Count > 0)
        {
            throw new DeliveryFailure(ExitCode.Failed,
                $"No test result from {string.Join(", ", silent)}: expected at least one test of each project in '{directory}'. A run that counts nothing is not a pass; see its output above, or run it alone: dotnet test tests/{silent[0]}");
        }

        var results = runs.SelectMany(run => run.Results).ToList();
        return new TestResults(
            results.Count(result => result.Outcome == "Passed"),
            results.Count(result => result.Outcome is not ("Passed" or "NotExecuted")),
            [.. results.Where(result => result.Outcome == "NotExecuted").Select(result => new SkippedTest(result.Name, result.Message)).OrderBy(test => test.Name, StringComparer.Ordinal)],
            [.. results.Where(result => result.Outcome is not ("Passed" or "NotExecuted")).Select(result => result.Name).Order(StringComparer.Ordinal)],
            // A run with red tests is "Failed"; without any it means that the host died or a fixture threw.
            [.. runs.Where(run => run.Outcome != "Completed" && run.Results.All(result => result.Outcome is "Passed" or "NotExecuted")).Select(run => run.Project)]);
    }

    private static Run ReadFile(string file)
    {
        try
        {
            var document = XDocument.Load(file);
            var storage = document.Descendants(Trx + "UnitTest").Attributes("storage").FirstOrDefault()?.Value ?? "";
            return new Run(
                Project(storage, file),
                document.Descendants(Trx + "ResultSummary").Attributes("outcome").FirstOrDefault()?.Value ?? "",
                [.. document.Descendants(Trx + "UnitTestResult").Select(result => new Result(
                    result.Attribute("testName")?.Value ?? "?",
                    result.Attribute("outcome")?.Value ?? "Failed",
                    result.Descendants(Trx + "Message").FirstOrDefault()?.Value.Trim()
                        ?? result.Descendants(Trx + "StdOut").FirstOrDefault()?.Value.Trim() ?? ""))]);
        }
        catch (XmlException broken)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"The test result '{file}' is not readable: {broken.Message} Run the tests again: ./build.sh Test");
        }
    }

    // TRX writes the assembly's path in lower case; the file is named after the project by our settings.
    private static string Project(string storage, string file)
    {
        var named = Path.GetFileNameWithoutExtension(file);
        return string.Equals(Path.GetFileNameWithoutExtension(storage), named, StringComparison.OrdinalIgnoreCase) || storage.Length == 0
            ? named
            : Path.GetFileNameWithoutExtension(storage);
    }

    private sealed record Run(string Project, string Outcome, IReadOnlyList<Result> Results);

    private sealed record Result(string Name, string Outcome, string Message);
}

/// <summary>A test that did not run.</summary>
/// <param name="Name">The test's full name.</param>
/// <param name="Reason">Why, in the test's own words.</param>
public sealed record SkippedTest(string Name, string Reason);
