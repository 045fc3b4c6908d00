namespace FinanceHub.Delivery.Releases;

/// <summary>Finds the program among a service's published files.</summary>
internal static class ServiceEntry
{
    private const string Suffix = ".runtimeconfig.json";

    public static string Find(string directory, string service)
    {
        var programs = Directory.Exists(directory)
            ? Directory.EnumerateFiles(directory, "*" + Suffix).Select(file => Path.GetFileName(file)[..^Suffix.Length] + ".dll").Order(StringComparer.Ordinal).ToArray()
            : [];

        // A program that references another one as a library carries that one's runtime configuration too.
        var program = programs.Length == 1 ? programs[0] : programs.FirstOrDefault(name => name.Equals($"FinanceHub.{service}.dll", StringComparison.OrdinalIgnoreCase));
        return program is not null && File.Exists(Path.Combine(directory, program))
            ? program
            : throw new DeliveryFailure(ExitCode.ReleaseCorrupt,
                $"The service '{service}' cannot be part of a release: expected one published program in {directory}, found {(programs.Length == 0 ? "none" : string.Join(", ", programs))}. Publish it there first.");
    }
}
