using FinanceHub.Delivery.SupplyChain;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.SupplyChain;

public sealed class PackageLicenseTests : IDisposable
{
    private readonly TemporaryDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("<license type=\"expression\">MIT OR Apache-2.0</license><licenseUrl>https://licenses.nuget.org/MIT</licenseUrl>", "MIT OR Apache-2.0", null, null)]
    [InlineData("<license type=\"file\">docs/LICENSE.txt</license><licenseUrl>https://aka.ms/deprecateLicenseUrl</licenseUrl>", null, "docs/LICENSE.txt in the package", null)]
    [InlineData("<licenseUrl>https://example.org/license</licenseUrl>", null, "Unknown - See URL", "https://example.org/license")]
    public void What_the_package_says_is_passed_on(string members, string? expression, string? name, string? url)
    {
        _root.Write("some.package/1.0.0/some.package.nuspec", $"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>Some.Package</id>{members}</metadata></package>");

        var license = PackageLicense.Of(_root.Root, Package)!;

        license.Expression.ShouldBe(expression);
        license.License?.Name.ShouldBe(name);
        license.License?.Url.ShouldBe(url);
    }

    [Fact]
    public void What_it_does_not_say_is_not_made_up()
    {
        PackageLicense.Of(null, Package).ShouldBeNull();
        PackageLicense.Of(_root.Root, Package).ShouldBeNull();
        _root.Write("some.package/1.0.0/some.package.nuspec", "<package><metadata><id>Some.Package</id></metadata></package>");
        PackageLicense.Of(_root.Root, Package).ShouldBeNull();
    }

    private static ServicePackage Package => new("Some.Package", "1.0.0", null, "some.package/1.0.0", []);
}
