using System.Globalization;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.Help;

/// <summary><c>.nuke/build.schema.json</c>, and an empty parameters file that points to it.</summary>
internal static class BuildSchemaFile
{
    /// <summary>
    /// Writes only what changed. What the schema says follows from the compiled build, so the file is compared only after another
    /// build was compiled or somebody touched it.
    /// </summary>
    public static void Update(NukeBuild build)
    {
        var file = NukeBuild.RootDirectory / ".nuke" / "build.schema.json";
        var stampFile = NukeBuild.TemporaryDirectory / "build.schema.stamp";
        if (!IsCurrent(build, file, stampFile))
        {
            var content = BuildSchema.Of(build);
            if (!File.Exists(file) || File.ReadAllText(file) != content)
                File.WriteAllText(file, content);
            File.WriteAllText(stampFile, Stamp(build, file));
        }

        var parameters = ParametersFiles.DefaultFile(NukeBuild.RootDirectory);
        if (!File.Exists(parameters))
            File.WriteAllText(parameters, "{\n  \"$schema\": \"./build.schema.json\"\n}\n");
    }

    private static bool IsCurrent(NukeBuild build, AbsolutePath file, AbsolutePath stampFile) =>
        File.Exists(file) && File.Exists(stampFile) && File.ReadAllText(stampFile) == Stamp(build, file);

    private static string Stamp(NukeBuild build, AbsolutePath file) => string.Create(
        CultureInfo.InvariantCulture,
        $"{build.GetType().Module.ModuleVersionId} {typeof(NukeBuild).Module.ModuleVersionId} {File.GetLastWriteTimeUtc(file).Ticks}");
}
