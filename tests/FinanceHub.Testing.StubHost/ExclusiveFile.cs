namespace FinanceHub.Testing.StubHost;

/// <summary>Opens the file that stands for a database so that nobody else has it open meanwhile, as transactions would.</summary>
internal static class ExclusiveFile
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the file can be had alone.</summary>
    /// <exception cref="IOException">It is not there, or cannot be opened for another reason than that somebody has it.</exception>
    internal static FileStream Open(string path, FileMode mode)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException fault) when (fault.HResult is WouldBlockOnLinux or WouldBlockOnMac && TimeProvider.System.GetElapsedTime(start) < Patience)
            {
                Thread.Sleep(1);
            }
        }
    }
}
