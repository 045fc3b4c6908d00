using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using FinanceHub.Data;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.Domain.Activities;
using FinanceHub.ServiceDefaults;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace FinanceHub.Architecture.Tests;

/// <summary>The same on the compiled types, where a reference cannot hide.</summary>
public sealed class LayerTests
{
    private static readonly string[] Outside = ["System.IO", "System.Net", "System.Data", "System.Diagnostics.Process", "System.Threading.Tasks", "System.Text.Json"];
    private static readonly Assembly DomainAssembly = typeof(Activity).Assembly;
    private static readonly Assembly DataAssembly = typeof(FinanceHubDbContext).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Compiled = new ArchLoader()
        .LoadAssemblies(
            DomainAssembly, DataAssembly, typeof(PostgreSqlProvider).Assembly, typeof(SqliteProvider).Assembly, typeof(ReleaseIdentity).Assembly,
            Assembly.Load("FinanceHub.Api"), Assembly.Load("FinanceHub.Web"), Assembly.Load("FinanceHub.Worker"), Assembly.Load("FinanceHub.Database"))
        .Build();

    [Fact]
    public void The_domain_does_no_input_and_no_output_and_knows_no_clock()
    {
        foreach (var space in Outside)
            ShouldNotUse(DomainAssembly, space);

        DomainAssembly.GetReferencedAssemblies().ShouldAllBe(reference => reference.Name!.StartsWith("System.", StringComparison.Ordinal));
        Sources("FinanceHub.Domain").ShouldAllBe(source => !File.ReadAllText(source).Contains("DateTime", StringComparison.Ordinal) && !File.ReadAllText(source).Contains("TimeProvider", StringComparison.Ordinal));
    }

    [Fact]
    public void Data_knows_the_domain_and_no_host()
    {
        Types().That().ResideInAssembly(DataAssembly)
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^FinanceHub\.(Api|Web|Worker|Database|ServiceDefaults)"))
            .Check(Compiled);
        Ours(DataAssembly).ShouldBe(["FinanceHub.Domain"]);
    }

    [Theory]
    [InlineData("FinanceHub.Data.PostgreSql")]
    [InlineData("FinanceHub.Data.Sqlite")]
    public void A_database_system_knows_Data_and_no_other_system(string system)
    {
        Ours(Assembly.Load(system)).ShouldBe(["FinanceHub.Data", "FinanceHub.Domain"]);
        // The domain in the compiled model only, which is generated and names the type of every column.
        Types().That().ResideInAssembly(Assembly.Load(system)).And().DoNotResideInNamespace($"{system}.CompiledModel")
            .Should().NotDependOnAny(Types().That().ResideInAssembly(DomainAssembly))
            .Check(Compiled);
    }

    [Theory]
    [InlineData("FinanceHub.Api")]
    [InlineData("FinanceHub.Database")]
    [InlineData("FinanceHub.Web")]
    [InlineData("FinanceHub.Worker")]
    public void A_host_knows_no_other_host(string host)
    {
        string[] hosts = ["FinanceHub.Api", "FinanceHub.Database", "FinanceHub.Gateway", "FinanceHub.Web", "FinanceHub.Worker"];

        Ours(Assembly.Load(host)).ShouldNotContain(reference => hosts.Contains(reference));
    }

    [Fact]
    public void The_web_reaches_data_through_the_API_only() =>
        Ours(Assembly.Load("FinanceHub.Web")).ShouldBe(["FinanceHub.ServiceDefaults"]);

    [Fact]
    public void The_rule_about_input_and_output_can_fail() => Should.Throw<Exception>(() => ShouldNotUse(typeof(ReleaseIdentity).Assembly, "System.IO"));

    [Fact]
    public void The_rule_about_layers_can_fail() => Should.Throw<Exception>(() =>
        Types().That().ResideInAssembly(DataAssembly).Should().NotDependOnAny(Types().That().ResideInAssembly(DomainAssembly)).Check(Compiled));

    private static void ShouldNotUse(Assembly assembly, string space) => Types().That().ResideInAssembly(assembly)
        .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching($"^{space.Replace(".", "\\.", StringComparison.Ordinal)}"))
        // What nothing at all uses is not among the loaded types.
        .WithoutRequiringPositiveResults()
        .Check(Compiled);

    private static IEnumerable<string> Ours(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => name.StartsWith("FinanceHub.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> Sources(string project) => [.. Repository.Sources(Repository.Projects("src").Single(one => one.Name == project))];
}
