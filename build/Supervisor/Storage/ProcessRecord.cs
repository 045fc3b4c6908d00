using System.Globalization;
using System.Text;
using FinanceHub.Supervisor.Native;

namespace FinanceHub.Supervisor.Storage;

/// <summary>
/// The processes of an instance, so that whoever comes after a killed supervisor can end what it left. One block, reserved at the
/// start and overwritten in place: it stays true on a full disk, where <c>status.json</c> can no longer be replaced.
/// </summary>
internal sealed class ProcessRecord : IDisposable
{
    private const int Size = 4096;
    private readonly FileStream _stream;

    /// <exception cref="IOException">The disk is full, or the directory cannot be written.</exception>
    internal ProcessRecord(string path) =>
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Records the supervisor (first) and its children.</summary>
    internal void Write(ProcessIdentity supervisor, IEnumerable<ProcessIdentity> children)
    {
        var text = string.Join('\n', children.Prepend(supervisor).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Pid} {p.Start}")));
        _stream.Position = 0;
        _stream.Write(Encoding.ASCII.GetBytes(text.PadRight(Size)));
    }

    /// <summary>The recorded supervisor, <see langword="null"/> when nothing was recorded, and its children; whether they still run is not checked.</summary>
    internal static (ProcessIdentity? Supervisor, IReadOnlyList<ProcessIdentity> Children) Read(string path)
    {
        if (!File.Exists(path))
            return (null, []);
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.ASCII);
        var processes = reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .Where(parts => parts.Length == 2)
            .Select(parts => new ProcessIdentity(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))
            .ToList();
        return processes.Count == 0 ? (null, []) : (processes[0], processes[1..]);
    }

    public void Dispose() => _stream.Dispose();
}
