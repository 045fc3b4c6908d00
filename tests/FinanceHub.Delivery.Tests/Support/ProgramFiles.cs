using System.Text.Json;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>The files of a program that the tests reference: they lie beside the tests, mixed with everything else.</summary>
internal static class ProgramFiles
{
    /// <summary>Copies what the program's own dependency list names, as publishing it would.</summary>
    public static void Publish(string program, string directory)
    {
        Directory.CreateDirectory(directory);
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Beside($"{program}.deps.json")));
        var assemblies =
            from target in dependencies.RootElement.GetProperty("targets").EnumerateObject()
            from library in target.Value.EnumerateObject()
            where library.Value.TryGetProperty("runtime", out _)
            from file in library.Value.GetProperty("runtime").EnumerateObject()
            select Path.GetFileName(file.Name);
        foreach (var file in assemblies.Concat([$"{program}.deps.json", $"{program}.runtimeconfig.json"]).Distinct())
        {
            File.Copy(Beside(file), Path.Combine(directory, file));
        }
    }

    /// <summary>The path of a program of the tests.</summary>
    public static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
