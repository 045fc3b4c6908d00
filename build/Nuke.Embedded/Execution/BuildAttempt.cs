using System.Globalization;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Remembers which targets of an invocation succeeded, so that <c>--continue</c> can leave them out.</summary>
internal sealed class BuildAttempt
{
    private readonly AbsolutePath file = NukeBuild.TemporaryDirectory / "build-attempt.log";

    public BuildAttempt(bool continues)
    {
        var invocation = HashOfInvocation();
        Succeeded = continues ? ReadPrevious(invocation) : [];
        File.WriteAllLines(file, [invocation, .. Succeeded]);
    }

    public HashSet<string> Succeeded { get; }

    public void Add(string target) => File.AppendAllLines(file, [target]);

    private HashSet<string> ReadPrevious(string invocation)
    {
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        if (lines.Length > 0 && lines[0] == invocation)
            return lines[1..].ToHashSet(StringComparer.Ordinal);
        if (lines.Length > 0)
            Log.Warning("Build invocation changed. Restarting ...");
        return [];
    }

    // Options may differ from attempt to attempt, the words between them may not. Hashed (FNV-1a), for there may be secrets among them;
    // the first use of the cryptographic library takes longer than all of a trivial build.
    private static string HashOfInvocation()
    {
        const ulong Prime = 1099511628211;
        var hash = 14695981039346656037;
        foreach (var word in EnvironmentInfo.CommandLineArguments)
        {
            if (word.StartsWith('-'))
                continue;
            foreach (var character in word)
                hash = (hash ^ character) * Prime;
            hash = (hash ^ ' ') * Prime;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
