namespace FinanceHub.Testing.Browsers;

/// <summary>The browser that tests look through: the machine's own Chromium, since Playwright's cannot be fetched from every network.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly Lazy<string> Found = new(FindOrInstall);

    /// <summary>The program; installed first where there is none and that is allowed.</summary>
    /// <exception cref="InvalidOperationException">There is none and it could not be installed.</exception>
    public static string Path => Found.Value;

    private static string FindOrInstall()
    {
        if (Find() is { } there)
            return there;
        const string Otherwise = "The browser tests need Chromium and found none: install it (Debian: sudo apt-get install chromium) or put it into PATH.";
        DebianPackage.Install("chromium", Otherwise);
        return Find() ?? throw new InvalidOperationException(Otherwise);
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Append("/usr/bin")
        .SelectMany(directory => Names.Select(name => System.IO.Path.Combine(directory, name)))
        .FirstOrDefault(File.Exists);
}
