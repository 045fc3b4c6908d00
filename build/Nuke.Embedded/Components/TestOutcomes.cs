using System.Xml.Linq;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>How many tests of some result files (.trx) ended how.</summary>
internal sealed record TestOutcomes(int Passed, int Failed, int Skipped)
{
    private static readonly XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestOutcomes Count(IEnumerable<AbsolutePath> resultFiles)
    {
        var outcomes = resultFiles
            .SelectMany(x => XDocument.Load(x).Root?.Element(ns + "Results")?.Elements(ns + "UnitTestResult") ?? [])
            .Select(x => (string?)x.Attribute("outcome"))
            .ToList();
        return new TestOutcomes(HowMany("Passed"), HowMany("Failed"), HowMany("NotExecuted"));

        int HowMany(string outcome) => outcomes.Count(x => x == outcome);
    }
}
