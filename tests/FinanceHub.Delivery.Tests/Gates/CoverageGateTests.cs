using FinanceHub.Delivery.Gates;

namespace FinanceHub.Delivery.Tests.Gates;

public sealed class CoverageGateTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("coverage ").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_line_that_one_of_two_test_projects_covers_is_covered_and_counts_once()
    {
        Write("first", (1, 1), (2, 0), (3, 0));
        Write("second", (1, 0), (2, 5), (3, 0));

        var coverage = CoverageGate.Read(_directory);

        (coverage.CoveredLines, coverage.CoverableLines).ShouldBe((2, 3));
        coverage.Assemblies.ShouldHaveSingleItem().Name.ShouldBe("FinanceHub.Domain");
    }

    [Theory]
    [InlineData(66.6, true)]
    [InlineData(66.7, false)]
    public void The_threshold_is_the_least_that_passes(double threshold, bool passes)
    {
        Write("first", (1, 1), (2, 1), (3, 0));

        var coverage = CoverageGate.Read(_directory);

        if (passes)
        {
            Should.NotThrow(() => coverage.Require(threshold));
        }
        else
        {
            Should.Throw<DeliveryFailure>(() => coverage.Require(threshold)).Message.ShouldStartWith("Line coverage is 66.7 %, expected at least 66.7 %");
        }
    }

    [Fact]
    public void No_report_is_not_a_pass() =>
        Should.Throw<DeliveryFailure>(() => CoverageGate.Read(_directory)).Message.ShouldStartWith("No coverage to judge: 0 reports");

    [Fact]
    public void A_report_without_lines_is_not_a_pass()
    {
        Write("empty");

        Should.Throw<DeliveryFailure>(() => CoverageGate.Read(_directory)).Message.ShouldStartWith("No coverage to judge: 1 reports");
    }

    [Fact]
    public void A_file_that_two_reports_name_relative_to_different_roots_is_one_file()
    {
        Write("first", "/repository/", "src/Lots.cs", (1, 1), (2, 0));
        Write("second", "/repository/src/", "Lots.cs", (1, 0), (2, 1));

        var coverage = CoverageGate.Read(_directory);

        (coverage.CoveredLines, coverage.CoverableLines).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(100.1)]
    public void A_threshold_that_is_no_percentage_passes_nothing(double threshold)
    {
        Write("full", (1, 1));

        Should.Throw<DeliveryFailure>(() => CoverageGate.Read(_directory).Require(threshold)).Code.ShouldBe(ExitCode.Usage);
    }

    private void Write(string run, params (int Number, int Hits)[] lines) => Write(run, "", "Lots.cs", lines);

    private void Write(string run, string root, string file, params (int Number, int Hits)[] lines)
    {
        Directory.CreateDirectory(Path.Combine(_directory, run));
        var elements = string.Concat(lines.Select(line => $"<line number=\"{line.Number}\" hits=\"{line.Hits}\" />"));
        File.WriteAllText(Path.Combine(_directory, run, "coverage.cobertura.xml"),
            $"<coverage><sources><source>{root}</source></sources><packages><package name=\"FinanceHub.Domain\"><classes><class filename=\"{file}\"><lines>{elements}</lines></class></classes></package></packages></coverage>");
    }
}
