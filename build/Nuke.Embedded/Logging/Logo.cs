namespace Nuke.Common.Logging;

internal static class Logo
{
    private static readonly string[] Lines =
    [
        "█▄ █ █ █ █▄▀ █▀▀",
        "█ ▀█ █▄█ █ █ ██▄",
    ];

    public static void Write()
    {
        Output.Debug();
        foreach (var line in Lines)
            Output.Debug(line);
        Output.Debug();
    }
}
