using System.Diagnostics;
using System.Reflection;

namespace Nuke.Contract.Tests.Running;

/// <summary>The sample, compiled once for the engine under test: NUKE_ENGINE, or embedded.</summary>
internal static class SampleBuild
{
    private static readonly Lazy<string> Program = new(Compile);

    public static string Engine { get; } = Environment.GetEnvironmentVariable("NUKE_ENGINE") is { Length: > 0 } engine ? engine : "embedded";

    /// <summary>The compiled program.</summary>
    public static string ProgramFile => Program.Value;

    private static string Compile()
    {
        var project = typeof(SampleBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "SampleProject").Value!;
        // Beside the tests, not in the system's directory for temporary files: so that a second run compiles only what changed.
        var scratch = Path.Combine(AppContext.BaseDirectory, $"sample-{Engine}");
        var output = Path.Combine(scratch, "out");
        using var compiler = Process.Start(new ProcessStartInfo("dotnet",
        [
            "build", project, "--configuration", "Release", "--output", output, $"-p:BuildScratch={scratch}", $"-p:NUKE_ENGINE={Engine}",
            "-nodeReuse:false", "-maxCpuCount:2", "--verbosity", "quiet", "--nologo", "--tl:off",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = compiler.StandardError.ReadToEndAsync();
        var log = compiler.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        compiler.WaitForExit();
        compiler.ExitCode.ShouldBe(0, $"the sample does not compile for engine '{Engine}':\n{log}");
        return Path.Combine(output, "Sample.dll");
    }
}
