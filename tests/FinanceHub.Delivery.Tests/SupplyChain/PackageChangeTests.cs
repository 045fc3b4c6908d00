using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.SupplyChain;

public sealed class PackageChangeTests
{
    [Fact]
    public void What_comes_goes_and_changes_between_two_releases_is_named_and_counted()
    {
        var changes = PackageChange.Between(
            Bill(("api", "Kept", "1.0.0"), ("api", "Gone", "1.0.0"), ("api", "Newer", "1.0.0"), ("web", "Two", "1.0.0"), ("api", "Two", "2.0.0")),
            Bill(("api", "Kept", "1.0.0"), ("web", "Kept", "1.0.0"), ("api", "Newer", "1.1.0"), ("web", "Two", "2.0.0"), ("api", "Added", "1.0.0")));

        changes.ShouldBe([
            new PackageChange("Added", null, "1.0.0"),
            new PackageChange("Gone", "1.0.0", null),
            new PackageChange("Newer", "1.0.0", "1.1.0"),
            new PackageChange("Two", "1.0.0, 2.0.0", "2.0.0"),
        ]);
        PackageChange.Summary(changes).ShouldBe("+1 -1 ~2");
        PackageChange.Summary([]).ShouldBe("unchanged");
    }

    private static byte[] Bill(params (string Service, string Name, string Version)[] packages)
    {
        var services = packages.Select(package => package.Service).Distinct().ToList();
        return BillOfMaterials.Write(
            new StubRelease { Version = "1.0.0" }.Origin,
            services.ToDictionary(name => name, name => new ServiceArtefact { Path = name, Entry = "", Digest = "", Files = 0, Bytes = 0 }),
            services.ToDictionary(name => name, IReadOnlyList<ServicePackage> (name) => [.. packages.Where(package => package.Service == name).Select(package => new ServicePackage(package.Name, package.Version, null, "", []))]),
            _ => null);
    }
}
