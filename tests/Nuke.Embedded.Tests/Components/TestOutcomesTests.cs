using Nuke.Components;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.Components;

public sealed class TestOutcomesTests
{
    [Fact]
    public void The_results_of_all_files_are_counted()
    {
        using var directory = new TemporaryDirectory();
        var first = directory.File("a.trx", Results("Passed", "Passed", "Failed"));
        var second = directory.File("b.trx", Results("Passed", "NotExecuted"));

        TestOutcomes.Count([first, second]).ShouldBe(new TestOutcomes(Passed: 3, Failed: 1, Skipped: 1));
        TestOutcomes.Count([]).ShouldBe(new TestOutcomes(0, 0, 0));
    }

    private static string Results(params string[] outcomes) =>
        $"<TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\"><Results>{string.Concat(outcomes.Select(x => $"<UnitTestResult outcome=\"{x}\" />"))}</Results></TestRun>";
}
