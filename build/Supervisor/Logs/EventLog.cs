using System.Globalization;
using System.Text;

namespace FinanceHub.Supervisor.Logs;

/// <summary>What the supervisor did and why: <c>supervisor.log</c>, one line per event, UTC.</summary>
internal sealed class EventLog(string path) : IDisposable
{
    private readonly RotatingLog _log = new(path, new LogPolicy { MaxBytes = 1024 * 1024, Files = 2 });

    internal void Write(string message) =>
        _log.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {message}\n")));

    public void Dispose() => _log.Dispose();
}
