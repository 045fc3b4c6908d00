using System.Collections.Concurrent;
using Nuke.Contract.Tests.Running;

namespace Nuke.Contract.Tests;

/// <summary>Each file below Cases is a test; all of them hold for either engine.</summary>
public sealed class ContractTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Cases");

    // Processes, not threads, do the work: all cases start at once, as many at a time as there are processors.
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    private static readonly Lazy<ConcurrentDictionary<string, Task>> Runs = new(() => new(Names().Select(x => KeyValuePair.Create(x, StartAsync(x)))));

    public static TheoryData<string> Cases => [.. Names()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_engine_keeps_its_contract(string name) => await Runs.Value[name];

    [Fact]
    public void There_are_cases() => Names().Count().ShouldBeGreaterThan(50);

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(Root, "*.case", SearchOption.AllDirectories)
        .Where(x => (ContractCase.Read(x).Engine ?? SampleBuild.Engine) == SampleBuild.Engine)
        .Select(x => Path.GetRelativePath(Root, x)[..^".case".Length].Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static Task StartAsync(string name) => Task.Run(async () =>
    {
        _ = SampleBuild.ProgramFile;
        await Places.WaitAsync();
        try
        {
            await CaseRunner.RunAsync(ContractCase.Read(Path.Combine(Root, name + ".case")));
        }
        finally
        {
            Places.Release();
        }
    });
}
