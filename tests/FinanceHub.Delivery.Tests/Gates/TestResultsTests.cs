using FinanceHub.Delivery.Gates;

namespace FinanceHub.Delivery.Tests.Gates;

public sealed class TestResultsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("test results ").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Passed_failed_and_skipped_are_counted_from_the_files()
    {
        Write("A.Tests", ("One", "Passed", ""), ("Two", "Failed", "boom"));
        Write("B.Tests", ("Three", "NotExecuted", "needs a printer"), ("Four", "Timeout", ""));

        var results = TestResults.Read(_directory, ["A.Tests", "B.Tests"]);

        results.Summary.ShouldBe("1 passed, 2 failed, 1 skipped");
        results.FailedNames.ShouldBe(["Four", "Two"]);
        results.Skipped.ShouldBe([new SkippedTest("Three", "needs a printer")]);
    }

    [Fact]
    public void A_project_without_a_result_fails_even_when_all_others_passed()
    {
        Write("A.Tests", ("One", "Passed", ""));

        Should.Throw<DeliveryFailure>(() => TestResults.Read(_directory, ["A.Tests", "B.Tests"])).Message.ShouldStartWith("No test result from B.Tests");
    }

    [Fact]
    public void A_run_that_found_no_test_is_not_a_pass()
    {
        Write("A.Tests");

        Should.Throw<DeliveryFailure>(() => TestResults.Read(_directory, ["A.Tests"])).Message.ShouldStartWith("No test result from A.Tests");
    }

    [Fact]
    public void A_result_cut_in_the_middle_fails_with_its_name()
    {
        File.WriteAllText(Path.Combine(_directory, "A.Tests.trx"), "<TestRun><Results>");

        Should.Throw<DeliveryFailure>(() => TestResults.Read(_directory, ["A.Tests"])).Message.ShouldContain("A.Tests.trx");
    }

    [Fact]
    public void A_run_that_broke_off_is_not_a_pass_although_all_that_it_counted_passed()
    {
        Write("A.Tests", ("One", "Passed", ""));
        var file = Path.Combine(_directory, "A.Tests.trx");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"Completed\"", "\"Failed\"", StringComparison.Ordinal));

        var results = TestResults.Read(_directory, ["A.Tests"]);

        Should.Throw<DeliveryFailure>(results.Require).Message.ShouldStartWith("The test run of A.Tests broke off");
    }

    [Fact]
    public void Red_tests_are_named()
    {
        Write("A.Tests", ("One", "Passed", ""), ("Two", "Failed", "boom"));

        Should.Throw<DeliveryFailure>(TestResults.Read(_directory, ["A.Tests"]).Require).Message.ShouldStartWith("1 of 2 tests failed: Two");
    }

    [Fact]
    public void Green_tests_hold()
    {
        Write("A.Tests", ("One", "Passed", ""));

        Should.NotThrow(TestResults.Read(_directory, ["A.Tests"]).Require);
    }

    private void Write(string project, params (string Name, string Outcome, string Message)[] tests)
    {
        var results = string.Concat(tests.Select(test => $"""
            <UnitTestResult testName="{test.Name}" outcome="{test.Outcome}"><Output><ErrorInfo><Message>{test.Message}</Message></ErrorInfo></Output></UnitTestResult>
            """));
        File.WriteAllText(Path.Combine(_directory, project + ".trx"), $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{results}</Results><ResultSummary outcome="Completed" />
            <TestDefinitions><UnitTest name="x" storage="/somewhere/{project.ToLowerInvariant()}.dll" /></TestDefinitions></TestRun>
            """);
    }
}
