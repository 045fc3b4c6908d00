using System.Text.Json.Nodes;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>Makes of a sealed release what the build before bills of materials would have sealed.</summary>
internal static class FormerFormat
{
    public static ReleaseBundle Of(ReleaseBundle bundle)
    {
        var manifest = bundle.Manifest;
        ReleaseFiles.Edit(Path.Combine(bundle.Directory, ReleaseManifest.FileName), node =>
        {
            var members = node.AsObject();
            members["schema"] = ReleaseManifest.FirstSchema;
            members["releaseId"] = ReleaseIdentifier.OfFirstSchema(manifest.Version, manifest.Commit, manifest.Dirty, manifest.Services);
            members.Remove("sbom");
            members.Remove("provenance");
        });
        File.Delete(Path.Combine(bundle.Directory, BillOfMaterials.FileName));
        File.Delete(Path.Combine(bundle.Directory, Provenance.FileName));
        return ReleaseBundle.Peek(bundle.Directory);
    }
}
