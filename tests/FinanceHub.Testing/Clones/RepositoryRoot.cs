namespace FinanceHub.Testing.Clones;

/// <summary>The repository that the caller was compiled from.</summary>
public static class RepositoryRoot
{
    /// <summary>Its root directory.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "FinanceHub.sln")))
            directory = directory.Parent;

        return directory?.FullName ?? throw new InvalidOperationException($"No FinanceHub.sln above {AppContext.BaseDirectory}: run this from its project's output directory.");
    }
}
