namespace Nuke.Common.Tooling;

internal static class ToolPathResolver
{
    /// <summary>The file that an environment variable names; null if there is no such variable.</summary>
    public static string? TryGetEnvironmentExecutable(string variable)
    {
        var path = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(path))
            return null;

        Assert.FileExists(path, $"Path '{path}' from environment variable '{variable}' does not exist");
        return path;
    }

    public static string GetPathExecutable(string name) =>
        TryGetPathExecutable(name).NotNull($"Could not find '{name}' on the PATH. Install it, or name its path in {VariableOf(name)}.");

    /// <summary>The dotnet that runs the build, so that build and tools agree on the SDK.</summary>
    public static string GetDotNetExecutable() =>
        TryGetEnvironmentExecutable("DOTNET_EXE")
        ?? TryGetPathExecutable("dotnet")
        ?? CurrentDotNet()
            .NotNull("Could not find 'dotnet' on the PATH. Start the build through build.sh or build.ps1, or set DOTNET_EXE.");

    public static string VariableOf(string name) => $"{name.ToUpperInvariant()}_EXE";

    private static string? TryGetPathExecutable(string name)
    {
        var extensions = OperatingSystem.IsWindows() && !Path.HasExtension(name)
            ? (Environment.GetEnvironmentVariable("PATHEXT") ?? ".COM;.EXE;.BAT;.CMD").Split(';')
            : [string.Empty];
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(directory => extensions.Select(extension => Path.Combine(directory, name + extension)))
            .FirstOrDefault(IsExecutable);
    }

    private static string? CurrentDotNet() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
        ? path
        : null;

    private static bool IsExecutable(string path)
    {
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & execute) != 0);
    }
}
