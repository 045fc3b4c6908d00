using System.Data.Common;
using System.Globalization;
using System.Text;

namespace FinanceHub.Testing.StubHost;

/// <summary>The environment's database as far as a stub uses it: rows are lines of the file that the stub of the database tool migrates.</summary>
/// <param name="path">The file; the heartbeats of workers lie beside it.</param>
internal sealed class Database(string path)
{
    private const string RowPrefix = "row ";
    private const string BeatsInfix = ".worker-";

    /// <summary>The one that the host was told to use; null if it was told of none.</summary>
    internal static Database? Of(IConfiguration configuration) => configuration.GetConnectionString("FinanceHub") is { } connection
        ? new Database((string)new DbConnectionStringBuilder { ConnectionString = connection }["Data Source"])
        : null;

    /// <summary>Adds a row; when this returns the row survives the end of any process.</summary>
    /// <exception cref="IOException">The database is not there, or there is no space: nothing was added.</exception>
    internal void Add(string row)
    {
        using var file = ExclusiveFile.Open(path, FileMode.Open);
        var end = file.Length;
        file.Position = end;
        try
        {
            file.Write(Encoding.UTF8.GetBytes($"{RowPrefix}{row}\n"));
        }
        catch (IOException)
        {
            file.SetLength(end);
            throw;
        }
    }

    /// <summary>Says that the worker of a release has done another job. Where that cannot be written the count does not move, as if it had done none.</summary>
    internal void Beat(string releaseId, long beats)
    {
        try
        {
            // In the same place: a full disk is no reason to fall silent.
            using var file = new FileStream($"{path}{BeatsInfix}{releaseId}.{Environment.ProcessId}", FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(beats.ToString("D10", CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            // told by the count
        }
    }

    /// <summary>How often each worker has said that it did a job.</summary>
    internal IReadOnlyList<(string ReleaseId, string Instance, long Beats)> Beats() =>
    [
        .. from file in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}{BeatsInfix}*")
           let beats = long.TryParse(File.ReadAllText(file), out var count) ? count : (long?)null
           where beats is not null
           let instance = Path.GetFileName(file)[(Path.GetFileName(path).Length + BeatsInfix.Length)..]
           select (Path.GetFileNameWithoutExtension(instance), instance, beats.Value),
    ];
}
