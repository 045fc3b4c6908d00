using FinanceHub.Delivery;
using FinanceHub.Delivery.CommandLine;

/// <summary>The directory that <c>.nuke</c> marks.</summary>
/// <param name="Directory">Its full path.</param>
/// <param name="IsElsewhere">Whether the engine would not find it from the working directory.</param>
internal sealed record BuildRoot(string Directory, bool IsElsewhere)
{
    /// <exception cref="DeliveryFailure">There is none.</exception>
    public static BuildRoot Find(IReadOnlyList<string> arguments)
    {
        var given = ArgumentReader.Read(arguments).Options.LastOrDefault(x => OptionNames.AreEqual(x.Written, "root"));
        if (given.Written is not null)
            return new BuildRoot(Path.GetFullPath(given.Values.Count > 0 ? given.Values[0] : "."), IsElsewhere: false);
        if (Marked(Environment.CurrentDirectory) is { } above)
            return new BuildRoot(above, IsElsewhere: false);
        return Marked(AppContext.BaseDirectory) is { } origin
            ? new BuildRoot(origin, IsElsewhere: true)
            : throw new DeliveryFailure(
                ExitCode.Usage,
                $"No directory '.nuke' marks a root above '{Environment.CurrentDirectory}'. Go into the repository, or name it: --root <directory>");
    }

    private static string? Marked(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (Path.Exists(Path.Combine(directory.FullName, ".nuke")))
                return directory.FullName;
        }

        return null;
    }
}
