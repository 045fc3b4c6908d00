using System.Xml;
using System.Xml.Linq;

namespace FinanceHub.Delivery.SupplyChain;

/// <summary>Under what a package may be used, as its own description (<c>.nuspec</c>) says.</summary>
internal static class PackageLicense
{
    /// <summary>Null if the package is not in that root, or does not say.</summary>
    /// <param name="packageRoot">Where NuGet keeps packages; null if that is not known.</param>
    /// <param name="package">The package.</param>
    public static BomLicenseChoice? Of(string? packageRoot, ServicePackage package)
    {
        if (packageRoot is null)
        {
            return null;
        }

        var file = Path.Combine(packageRoot, package.Folder, package.Name.ToLowerInvariant() + ".nuspec");
        return File.Exists(file) ? Read(file) : null;
    }

    private static BomLicenseChoice? Read(string file)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        // The namespace changes with the version of the format, the names do not.
        var metadata = XDocument.Load(reader).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "metadata");
        var license = Member(metadata, "license");
        return (license?.Attribute("type")?.Value, license?.Value.Trim(), Member(metadata, "licenseUrl")?.Value.Trim()) switch
        {
            ("expression", { Length: > 0 } expression, _) => new BomLicenseChoice { Expression = expression },
            ("file", { Length: > 0 } inside, _) => new BomLicenseChoice { License = new BomLicense { Name = $"{inside} in the package" } },
            (_, _, { Length: > 0 } url) => new BomLicenseChoice { License = new BomLicense { Name = "Unknown - See URL", Url = url } },
            _ => null,
        };
    }

    private static XElement? Member(XElement? metadata, string name) => metadata?.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
