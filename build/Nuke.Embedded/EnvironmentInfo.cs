using System.Runtime.InteropServices;
using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>The machine and the process that the build runs in.</summary>
public static partial class EnvironmentInfo
{
    public static bool IsWin => OperatingSystem.IsWindows();

    public static bool IsLinux => OperatingSystem.IsLinux();

    public static bool IsOsx => OperatingSystem.IsMacOS();

    public static bool IsUnix => IsLinux || IsOsx;

    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    public static string NewLine => Environment.NewLine;

    public static string MachineName => Environment.MachineName;

    public static AbsolutePath WorkingDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }
}
