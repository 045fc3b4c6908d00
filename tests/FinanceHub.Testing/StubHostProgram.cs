namespace FinanceHub.Testing;

/// <summary>Where the stub host lies: beside the test that references this project.</summary>
public static class StubHostProgram
{
    /// <summary>Absolute path of the stub host's assembly, run as <c>dotnet Path --urls http://127.0.0.1:PORT</c>.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "FinanceHub.Testing.StubHost.dll");

    /// <summary>The files that make up the stub host, for tests that lay out a release of their own.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "FinanceHub.Testing.StubHost.*").Order(StringComparer.Ordinal)];
}
