using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace FinanceHub.Delivery.Gates;

/// <summary>Line coverage against a threshold, counted from Cobertura reports.</summary>
/// <param name="CoveredLines">Lines that at least one test executed.</param>
/// <param name="CoverableLines">Lines that could have been executed; a line that several test projects report counts once.</param>
/// <param name="Assemblies">The assemblies that were measured, with their own figures, sorted by name.</param>
public sealed record CoverageGate(int CoveredLines, int CoverableLines, IReadOnlyList<AssemblyCoverage> Assemblies)
{
    /// <summary>Line coverage in percent, 0 to 100.</summary>
    public double LinePercent => 100.0 * CoveredLines / CoverableLines;

    /// <summary>Reads and merges every <c>coverage.cobertura.xml</c> below a directory.</summary>
    /// <exception cref="DeliveryFailure">There is no report, or there are no lines in them: no data is not a pass.</exception>
    public static CoverageGate Read(string directory)
    {
        var files = Directory.Exists(directory) ? Directory.GetFiles(directory, "coverage.cobertura.xml", SearchOption.AllDirectories) : [];
        var hits = new Dictionary<(string Assembly, string File, int Line), bool>();
        foreach (var file in files)
        {
            Merge(file, hits);
        }

        if (hits.Count == 0)
        {
            throw new DeliveryFailure(ExitCode.Failed,
                $"No coverage to judge: {files.Length} reports with 0 lines in '{directory}', expected at least one line. Collect it: ./build.sh Test");
        }

        var assemblies = hits.GroupBy(hit => hit.Key.Assembly)
            .Select(group => new AssemblyCoverage(group.Key, group.Count(hit => hit.Value), group.Count()))
            .OrderBy(assembly => assembly.Name, StringComparer.Ordinal)
            .ToList();
        return new CoverageGate(assemblies.Sum(assembly => assembly.CoveredLines), assemblies.Sum(assembly => assembly.CoverableLines), assemblies);
    }

    /// <summary>Holds the coverage against a threshold.</summary>
    /// <param name="thresholdPercent">The least line coverage that passes, 0 to 100.</param>
    /// <exception cref="DeliveryFailure">Less is covered, or the threshold is none.</exception>
    public void Require(double thresholdPercent)
    {
        if (thresholdPercent is not (>= 0 and <= 100))
        {
            throw new DeliveryFailure(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"The coverage threshold is {thresholdPercent}, expected 0 to 100 percent."));
        }

        if (LinePercent < thresholdPercent)
        {
            var weakest = Assemblies.OrderBy(assembly => assembly.LinePercent).First();
            throw new DeliveryFailure(ExitCode.Failed, string.Create(CultureInfo.InvariantCulture,
                $"Line coverage is {LinePercent:F1} %, expected at least {thresholdPercent:F1} % (weakest: {weakest.Name}, {weakest.LinePercent:F1} %). Open artifacts/reports/coverage-report/index.html and test what is red."));
        }
    }

    // Each report names its files relative to what its own files have in common: one file has a different name in each.
    private static string FullPath(List<string> roots, string name) =>
        roots.Select(root => Path.Combine(root, name)).FirstOrDefault(File.Exists) ?? Path.Combine(roots.FirstOrDefault() ?? "", name);

    private static void Merge(string file, Dictionary<(string, string, int), bool> hits)
    {
        try
        {
            var report = XDocument.Load(file);
            var roots = report.Descendants("source").Select(source => source.Value).ToList();
            foreach (var package in report.Descendants("package"))
            {
                var assembly = package.Attribute("name")?.Value ?? "?";
                foreach (var line in package.Descendants("class").SelectMany(type => type.Elements("lines").Elements("line").Select(line => (type, line))))
                {
                    var key = (assembly, FullPath(roots, line.type.Attribute("filename")?.Value ?? "?"), int.Parse(line.line.Attribute("number")!.Value, CultureInfo.InvariantCulture));
                    hits[key] = (hits.TryGetValue(key, out var hit) && hit) || line.line.Attribute("hits")?.Value is not ("0" or null);
                }
            }
        }
        catch (XmlException broken)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"The coverage report '{file}' is not readable: {broken.Message} Collect it again: ./build.sh Test");
        }
    }
}

/// <summary>One assembly's share of the coverage.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="CoveredLines">Lines that at least one test executed.</param>
/// <param name="CoverableLines">Lines that could have been executed.</param>
public sealed record AssemblyCoverage(string Name, int CoveredLines, int CoverableLines)
{
    /// <summary>Line coverage in percent, 0 to 100.</summary>
    public double LinePercent => 100.0 * CoveredLines / CoverableLines;
}
