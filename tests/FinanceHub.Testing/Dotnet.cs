namespace FinanceHub.Testing;

/// <summary>The <c>dotnet</c> executable that runs the test.</summary>
public static class Dotnet
{
    /// <summary>Absolute path: the test host is itself started by it or stands in an SDK whose root is known.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // The runtime's own directory is <root>/shared/Microsoft.NETCore.App/<version>/.
        var runtime = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
        return System.IO.Path.GetFullPath(System.IO.Path.Combine(runtime, "..", "..", "..", name));
    }
}
