namespace FinanceHub.EndToEnd.Tests;

/// <summary>The SDK that runs these tests.</summary>
internal static class Sdk
{
    /// <summary>Its directory: three above the runtime's own.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The newest .NET 10 SDK in it.</summary>
    public static string Version { get; } = Directory.EnumerateDirectories(Path.Combine(Root, "sdk"), "10.0.*").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).Last();
}
