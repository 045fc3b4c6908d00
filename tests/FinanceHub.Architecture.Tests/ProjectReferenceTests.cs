namespace FinanceHub.Architecture.Tests;

/// <summary>Dependencies point inward: hosts to Data to Domain; targets to Delivery; and neither side knows the other.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] Hosts = ["FinanceHub.Api", "FinanceHub.Database", "FinanceHub.Gateway", "FinanceHub.Web", "FinanceHub.Worker"];

    [Theory]
    [InlineData("FinanceHub.Domain", new string[0])]
    [InlineData("FinanceHub.ServiceDefaults", new string[0])]
    [InlineData("FinanceHub.Data", new[] { "FinanceHub.Domain" })]
    [InlineData("FinanceHub.Data.PostgreSql", new[] { "FinanceHub.Data" })]
    [InlineData("FinanceHub.Data.Sqlite", new[] { "FinanceHub.Data" })]
    [InlineData("FinanceHub.Api", new[] { "FinanceHub.Data.PostgreSql", "FinanceHub.Data.Sqlite", "FinanceHub.ServiceDefaults" })]
    [InlineData("FinanceHub.Worker", new[] { "FinanceHub.Data.PostgreSql", "FinanceHub.Data.Sqlite", "FinanceHub.ServiceDefaults" })]
    [InlineData("FinanceHub.Web", new[] { "FinanceHub.ServiceDefaults" })]
    [InlineData("FinanceHub.Gateway", new[] { "FinanceHub.ServiceDefaults" })]
    [InlineData("FinanceHub.Database", new[] { "FinanceHub.Data.PostgreSql", "FinanceHub.Data.Sqlite" })]
    public void A_project_of_the_product_references_what_lies_further_in_and_nothing_else(string name, string[] expected) =>
        Product(name).Projects.ShouldBe(expected, ignoreOrder: true);

    [Fact]
    public void Every_project_of_the_product_has_its_place_in_this_table() =>
        Repository.Projects("src").Select(project => project.Name)
            .ShouldBe([.. Hosts, "FinanceHub.Data", "FinanceHub.Data.PostgreSql", "FinanceHub.Data.Sqlite", "FinanceHub.Domain", "FinanceHub.ServiceDefaults"], ignoreOrder: true);

    [Fact]
    public void The_domain_has_no_packages() => Product("FinanceHub.Domain").Packages.ShouldBeEmpty();

    [Fact]
    public void Delivery_references_the_supervisor_and_nothing_of_the_product_or_of_an_engine()
    {
        var delivery = Build("FinanceHub.Delivery");

        delivery.Projects.ShouldBeSubsetOf(["FinanceHub.Supervisor"]);
        delivery.Packages.ShouldNotContain(package => package.StartsWith("Nuke", StringComparison.OrdinalIgnoreCase));
        ShouldNotName(delivery, "Nuke.");
    }

    [Fact]
    public void The_supervisor_stands_alone()
    {
        var supervisor = Build("FinanceHub.Supervisor");

        supervisor.Projects.ShouldBeEmpty();
        ShouldNotName(supervisor, "Nuke.");
        ShouldNotName(supervisor, "FinanceHub.Delivery");
    }

    [Fact]
    public void Nothing_of_the_build_references_the_product()
    {
        var product = Repository.Projects("src").Select(project => project.Name).ToHashSet(StringComparer.Ordinal);

        foreach (var project in Repository.Projects("build"))
            project.Projects.ShouldNotContain(reference => product.Contains(reference), project.Name);
    }

    private static Project Product(string name) => Repository.Projects("src").Single(project => project.Name == name);

    private static Project Build(string name) => Repository.Projects("build").Single(project => project.Name == name);

    private static void ShouldNotName(Project project, string text)
    {
        var sources = Repository.Sources(project).ToList();
        sources.ShouldNotBeEmpty();
        foreach (var source in sources)
        {
            File.ReadLines(source).Where(line => line.StartsWith("using ", StringComparison.Ordinal) || line.StartsWith("global using ", StringComparison.Ordinal))
                .ShouldNotContain(line => line.Contains(text, StringComparison.Ordinal), source);
        }
    }
}
