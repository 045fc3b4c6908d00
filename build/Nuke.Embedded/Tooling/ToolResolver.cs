namespace Nuke.Common.Tooling;

/// <summary>Makes a <see cref="Tool"/> of a program.</summary>
public static class ToolResolver
{
    /// <summary>The program at a path.</summary>
    /// <exception cref="ArgumentException">There is no file.</exception>
    public static Tool GetTool(string toolPath)
    {
        Assert.FileExists(toolPath);
        return new ToolExecutor(() => toolPath, ProcessTasks.LogLine).Execute;
    }

    /// <summary>The program of that name on the PATH.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Tool GetPathTool(string name) => GetTool(ToolPathResolver.GetPathExecutable(name));

    /// <summary>The program in a package that the build project references or downloads.</summary>
    /// <param name="packageId">The package; several names separated by <c>|</c>, the first one found counts.</param>
    /// <param name="packageExecutable">The file in it; several names separated by <c>|</c>.</param>
    /// <param name="version">Needed where the build project has several.</param>
    /// <param name="framework">The folder to take where the package carries the file for several frameworks.</param>
    /// <exception cref="ArgumentException">The build project has no such package, or the package no such file.</exception>
    public static Tool GetNuGetTool(string packageId, string packageExecutable, string? version = null, string? framework = null) =>
        GetTool(NuGetToolPathResolver.GetPackageExecutable(packageId, packageExecutable, version, framework));

    /// <summary>The program that <c>NAME_EXE</c> names; null if there is no such variable.</summary>
    internal static Tool? TryGetEnvironmentTool(string name) =>
        ToolPathResolver.TryGetEnvironmentExecutable(ToolPathResolver.VariableOf(name)) is { } path ? GetTool(path) : null;
}
