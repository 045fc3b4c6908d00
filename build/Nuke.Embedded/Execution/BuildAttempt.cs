using System.Globalization;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Remembers which targets of an invocation succeeded, so that <c>--continue</c> can leave them out.</summary>
internal sealed class BuildAttempt
{
    private readonly string header;
    private readonly AbsolutePath file = NukeBuild.TemporaryDirectory / "build-attempt.log";

    public BuildAttempt(bool continues)
    {
        var invocation = HashOfInvocation();
        Succeeded = continues ? ReadPrevious(invocation) : [];
        header = string.Create(CultureInfo.InvariantCulture, $"{invocation} {Environment.ProcessId}");
        Write(FileMode.Create, [header, .. Succeeded]);
    }

    public HashSet<string> Succeeded { get; }

    /// <summary>Remembers a target, unless another build began in the meantime: the file belongs to the latest.</summary>
    public void Add(string target)
    {
        if (Read().FirstOrDefault() == header)
            Write(FileMode.Append, [target]);
    }

    private HashSet<string> ReadPrevious(string invocation)
    {
        var lines = Read();
        if (lines.Length > 0 && lines[0].Split(' ')[0] == invocation)
            return lines[1..].ToHashSet(StringComparer.Ordinal);
        if (lines.Length > 0)
            Log.Warning("Build invocation changed. Restarting ...");
        return [];
    }

    // Two builds at once share the file: neither may fail because the other has it open.
    private string[] Read()
    {
        if (!File.Exists(file))
            return [];
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private void Write(FileMode mode, IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(new FileStream(file, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));
        foreach (var line in lines)
            writer.WriteLine(line);
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
