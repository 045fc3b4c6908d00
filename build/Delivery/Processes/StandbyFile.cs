using System.Text;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Processes;

/// <summary>
/// Which group of hosts is kept running without traffic. Starting them is most of what a rollback waits for; a release that was
/// replaced a minute ago is the likeliest one to go back to.
/// </summary>
internal sealed class StandbyFile(StateDirectory state)
{
    /// <summary>The group; null if none is kept.</summary>
    public string? Read()
    {
        try
        {
            return File.ReadAllText(state.Standby, Encoding.UTF8).Trim();
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // nothing was ever replaced, or what was left is not to be gone back to
        }
    }

    public void Write(string group) => AtomicFile.Write(state.Standby, Encoding.UTF8.GetBytes(group + "\n"));

    public void Clear() => File.Delete(state.Standby);
}
