using System.Text;
using FinanceHub.Testing.StubHost;

namespace FinanceHub.Delivery.StubDatabase;

/// <summary>The "database": a text file with one applied migration a line, and the rows of the stub hosts, which keep to the same lock.</summary>
internal sealed class DatabaseFile(string path)
{
    private const string RowPrefix = "row ";

    /// <summary>Whether what kept it from being changed is gone.</summary>
    public bool IsUnlocked => File.Exists(path + ".unlocked");

    /// <summary>The applied migrations, oldest first; none if there is no database.</summary>
    public string[] Applied()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = ExclusiveFile.Open(path, FileMode.Open);
        return [.. Lines(file).Where(IsMigration)];
    }

    /// <summary>Adds migrations, creating the database if there is none.</summary>
    public void Apply(IEnumerable<string> migrations)
    {
        using var file = ExclusiveFile.Open(path, FileMode.OpenOrCreate);
        file.Position = file.Length;
        file.Write(Encode(migrations));
    }

    /// <summary>Adds what customers have.</summary>
    public void AddRows(IEnumerable<string> rows) => Apply(rows.Select(row => RowPrefix + row));

    /// <summary>How much customers have.</summary>
    public int Rows()
    {
        using var file = ExclusiveFile.Open(path, FileMode.Open);
        return Lines(file).Count(line => !IsMigration(line));
    }

    /// <summary>Removes the migrations after one; rows stay, but for the first one if it <paramref name="losesRow"/>.</summary>
    public void TakeBackTo(string migration, bool losesRow)
    {
        using var file = ExclusiveFile.Open(path, FileMode.Open);
        var lines = Lines(file);
        var lost = losesRow ? Array.FindIndex(lines, line => !IsMigration(line)) : -1;
        var kept = Encode(lines.Where((line, index) => index != lost && (!IsMigration(line) || string.CompareOrdinal(line, migration) <= 0)));
        file.Position = 0;
        file.Write(kept);
        file.SetLength(kept.Length);
    }

    /// <summary>Copies all of it into a file that does not exist yet.</summary>
    public void CopyTo(string copy)
    {
        using var file = ExclusiveFile.Open(path, FileMode.Open);
        using var target = new FileStream(copy, FileMode.CreateNew);
        file.CopyTo(target);
    }

    private static bool IsMigration(string line) => !line.StartsWith(RowPrefix, StringComparison.Ordinal);

    private static byte[] Encode(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static string[] Lines(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
