using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Logging;
using Nuke.Common.Parameters;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private static AbsolutePath? projectFile;

    static NukeBuild()
    {
        RootDirectory = FindRoot();
        TemporaryDirectory = RootDirectory / ".nuke" / "temp";
        Directory.CreateDirectory(TemporaryDirectory);
        Verbosity = ParameterService.GetParameter<Verbosity?>(nameof(Verbosity)) ?? Verbosity.Normal;
        Host = ParameterService.GetParameter<string>(nameof(Host)) is { } host ? Hosts.Create(host) : Hosts.Detect();
        LoadedLocalProfiles = ParameterService.GetParameter<string[]>(ParameterNames.Profile) ?? [];
    }

    [Parameter("Root directory during build execution.", Name = ParameterNames.Root)]
    public static AbsolutePath RootDirectory { get; }

    /// <summary><c>.nuke/temp</c>.</summary>
    public static AbsolutePath TemporaryDirectory { get; }

    public static AbsolutePath BuildAssemblyFile => Assembly.GetEntryAssembly()!.Location;

    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile.Parent!;

    /// <summary>Null where the program was carried away from its source.</summary>
    public static AbsolutePath? BuildProjectFile => projectFile ??= BuildProjectFileLocator.Find(BuildAssemblyFile, RootDirectory);

    public static AbsolutePath? BuildProjectDirectory => BuildProjectFile?.Parent;

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => BuildLog.Verbosity;
        set => BuildLog.Verbosity = value;
    }

    [Parameter("Host for execution. Default is 'automatic'.", ValueProviderMember = nameof(HostNames))]
    public static Host Host { get; set; }

    [Parameter("Defines the profiles to load.", Name = ParameterNames.Profile)]
    public static string[] LoadedLocalProfiles { get; }

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    private static AbsolutePath FindRoot()
    {
        if (EnvironmentInfo.ArgumentParser.HasArgument(ParameterNames.Root)
            && EnvironmentInfo.ArgumentParser.GetNamedArgument(ParameterNames.Root, typeof(string), separator: null) is null)
            return EnvironmentInfo.WorkingDirectory;
        return ParameterService.GetParameter<AbsolutePath>(ParameterNames.Root)
            ?? MarkedRoot(EnvironmentInfo.WorkingDirectory)
            ?? MarkedRoot(BuildAssemblyDirectory)
            ?? throw new InvalidOperationException(
                $"Could not locate '.nuke' directory/file while walking up from '{EnvironmentInfo.WorkingDirectory}'."
                + $"{Environment.NewLine}Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation.");
    }

    private static AbsolutePath? MarkedRoot(AbsolutePath start)
    {
        for (var directory = start; directory is not null; directory = directory.Parent)
        {
            if (Path.Exists(directory / ".nuke"))
                return directory;
        }

        return null;
    }
}
