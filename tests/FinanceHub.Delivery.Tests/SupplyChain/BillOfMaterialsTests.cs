using System.Text.Json;
using CycloneDX;
using CycloneDX.Json;
using CycloneDX.Models;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.SupplyChain;

public sealed class BillOfMaterialsTests(BillOfMaterialsTests.Sample sample) : IClassFixture<BillOfMaterialsTests.Sample>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Text => File.ReadAllText(Path.Combine(sample.Bundle.Directory, "sbom.cdx.json"));

    private Bom Read => Serializer.Deserialize(Text);

    [Fact]
    public void It_is_what_the_format_says()
    {
        Validator.Validate(Text, SpecificationVersion.v1_6).ShouldBeValid();
        Validator.Validate(Text.Replace("\"library\"", "\"book\"", StringComparison.Ordinal), SpecificationVersion.v1_6).Valid.ShouldBeFalse("a validator that accepts everything would prove nothing");
    }

    [Fact]
    public void Each_package_that_a_service_ships_with_is_in_it_and_nothing_else()
    {
        var shipped = sample.Bundle.Manifest.Services.ToDictionary(service => service.Key, service => Shipped(service.Value));
        var all = shipped.Values.SelectMany(packages => packages).DistinctBy(package => package.Purl).ToList();
        all.Select(package => package.Name).ShouldContain("Yarp.ReverseProxy");

        var bom = Read;

        var libraries = bom.Components.Where(component => component.Type == Component.Classification.Library).ToList();
        libraries.Select(library => (library.Name, library.Version, library.Purl, library.Hashes.Single().Content))
            .ShouldBe(all.Select(package => (package.Name, package.Version, package.Purl, package.Sha512)), ignoreOrder: true);
        libraries.ShouldAllBe(library => library.Hashes.Single().Alg == Hash.HashAlgorithm.SHA_512 && library.BomRef == library.Purl);
        bom.Components.Except(libraries).Select(service => service.Name).ShouldBe(["api", "database", "gateway", "supervisor", "web", "worker"]);
        foreach (var (service, packages) in shipped)
        {
            bom.Dependencies.Single(dependency => dependency.Ref == "service:" + service).Dependencies.OrEmpty().Select(dependency => dependency.Ref)
                .ShouldBe(packages.Select(package => package.Purl), ignoreOrder: true, service);
        }
    }

    [Fact]
    public void A_package_names_what_it_needs_of_what_ships()
    {
        var needs = Read.Dependencies.Single(dependency => dependency.Ref.StartsWith("pkg:nuget/Yarp.ReverseProxy@", StringComparison.Ordinal)).Dependencies.OrEmpty();

        needs.ShouldHaveSingleItem().Ref.ShouldStartWith("pkg:nuget/System.IO.Hashing@");
    }

    [Fact]
    public void It_tells_the_release_the_commit_and_its_time_and_no_other()
    {
        var metadata = Read.Metadata;

        metadata.Component.Name.ShouldBe("FinanceHub");
        metadata.Component.Version.ShouldBe("1.0.0");
        metadata.Component.Properties.Single().Value.ShouldBe(StubRelease.Commit);
        metadata.Timestamp.ShouldBe(new DateTime(2026, 1, 2, 1, 4, 5, DateTimeKind.Utc));
    }

    [Fact]
    public async Task The_same_release_has_the_same_bytes_wherever_and_whenever_it_is_sealed_and_another_one_another_serial_number()
    {
        using var directory = new TemporaryDirectory();

        var again = await new StubRelease { Version = "1.0.0" }.SealAsync(directory["again"]);
        var other = await new StubRelease { Version = "1.0.1" }.SealAsync(directory["other"]);

        (await File.ReadAllTextAsync(Path.Combine(again.Directory, "sbom.cdx.json"), Stop)).ShouldBe(Text);
        (await File.ReadAllBytesAsync(Path.Combine(again.Directory, "release.json"), Stop)).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(sample.Bundle.Directory, "release.json"), Stop));
        Serializer.Deserialize(await File.ReadAllTextAsync(Path.Combine(other.Directory, "sbom.cdx.json"), Stop)).SerialNumber.ShouldNotBe(Read.SerialNumber);
    }

    [Fact]
    public void Nothing_in_it_tells_where_or_by_whom_it_was_made()
    {
        Text.ShouldNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        Text.ShouldNotContain(Path.GetTempPath());
        Text.ShouldNotContain(AppContext.BaseDirectory);
    }

    [Fact]
    public async Task A_service_of_which_nobody_knows_what_ships_with_it_is_not_sealed()
    {
        using var directory = new TemporaryDirectory();
        var release = await new StubRelease { Version = "1.0.0" }.SealAsync(directory.Root);
        File.Delete(Path.Combine(release.Directory, "gateway", "FinanceHub.Gateway.deps.json"));

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => ReleaseBundle.SealAsync(release.Directory, new StubRelease { Version = "1.0.0" }.Origin, packageRoot: null, Stop));

        failure.Code.ShouldBe(ExitCode.ReleaseCorrupt);
        failure.Message.ShouldContain("What ships with FinanceHub.Gateway.dll is not known");
    }

    private List<Package> Shipped(ServiceArtefact service)
    {
        // Read without the library that wrote the bill: it must not miss the same package twice.
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(sample.Bundle.Directory, service.Path, Path.ChangeExtension(service.Entry, ".deps.json"))));
        return
        [
            .. from library in list.RootElement.GetProperty("libraries").EnumerateObject()
               where library.Value.GetProperty("type").GetString() == "package"
               let parts = library.Name.Split('/')
               let hash = library.Value.GetProperty("sha512").GetString()!["sha512-".Length..]
               select new Package(parts[0], parts[1], $"pkg:nuget/{parts[0]}@{parts[1]}", Convert.ToHexStringLower(Convert.FromBase64String(hash))),
        ];
    }

    private sealed record Package(string Name, string Version, string Purl, string Sha512);

    /// <summary>One release for all tests that only read it.</summary>
    public sealed class Sample : IAsyncLifetime
    {
        private readonly TemporaryDirectory _directory = new();

        internal ReleaseBundle Bundle { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bundle = await new StubRelease { Version = "1.0.0" }.SealAsync(_directory.Root);

        public ValueTask DisposeAsync()
        {
            _directory.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

internal static class BomAssertions
{
    public static void ShouldBeValid(this ValidationResult result) => string.Join('\n', result.Messages ?? []).ShouldBe("", result.Valid.ToString());

    /// <summary>The library leaves out a list that is empty.</summary>
    public static IEnumerable<Dependency> OrEmpty(this List<Dependency>? dependencies) => dependencies ?? [];
}
