namespace FinanceHub.Delivery.Files;

/// <summary>Keeps hands off files that must not change any more. Directories stay writable, so that a release can be moved and removed.</summary>
internal static class ReadOnlyFiles
{
    private const UnixFileMode Write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    public static void Protect(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            if (OperatingSystem.IsWindows())
            {
                File.SetAttributes(file, File.GetAttributes(file) | FileAttributes.ReadOnly);
            }
            else
            {
                File.SetUnixFileMode(file, File.GetUnixFileMode(file) & ~Write);
            }
        }
    }
}
