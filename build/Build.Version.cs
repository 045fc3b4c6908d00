using System.Reflection;
using FinanceHub.Delivery.Versioning;
using Serilog;

/// <summary>The version of the working tree.</summary>
partial class Build
{
    ReleaseVersion CalculateVersion() => new VersionCalculator(
        RootDirectory,
        // The package root is the machine's business; the project recorded it when it was restored.
        Path.Combine(BuildMetadata("NuGetPackageRoot"), "gitversion.msbuild", BuildMetadata("GitVersionVersion"), "tools", "net10.0", "gitversion.dll"),
        "dotnet",
        TemporaryDirectory / "version").Calculate();

    void PrintVersion() => Run(() =>
    {
        var version = CalculateVersion();
        Log.Information("{Version} at {Commit}{Dirty}", version.Version, version.Commit, version.Dirty ? ", with uncommitted changes" : "");
    });

    static string BuildMetadata(string key) => typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
