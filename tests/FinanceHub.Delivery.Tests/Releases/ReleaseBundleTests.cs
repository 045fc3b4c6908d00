using System.Text;
using System.Text.Json.Nodes;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Releases;

public sealed class ReleaseBundleTests(ReleaseBundleTests.Sample sample) : IClassFixture<ReleaseBundleTests.Sample>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_sealed_release_is_named_after_its_version_and_content()
    {
        sample.Bundle.Manifest.ReleaseId.ShouldMatch("^1\\.0\\.0-[0-9a-f]{12}$");
        Path.GetFileName(sample.Bundle.Directory).ShouldBe(sample.Bundle.Manifest.ReleaseId);
        sample.Bundle.Manifest.Services.Keys.ShouldBe(["api", "database", "gateway", "supervisor", "web", "worker"]);
        sample.Bundle.Manifest.Services["api"].Entry.ShouldBe("FinanceHub.Testing.StubHost.dll");
        var migrations = sample.Bundle.Manifest.Migrations;
        (migrations.First, migrations.Last, migrations.Count).ShouldBe(("0001_First", "0001_First", 1));
        migrations.Grades.ShouldHaveSingleItem().ToString().ShouldBe("0001_First is safe");
    }

    [Fact]
    public async Task Equal_content_has_the_equal_id_wherever_it_was_sealed()
    {
        using var elsewhere = new TemporaryDirectory();

        var again = await new StubRelease { Version = "1.0.0" }.SealAsync(elsewhere.Root);

        again.Manifest.ReleaseId.ShouldBe(sample.Bundle.Manifest.ReleaseId);
    }

    [Fact]
    public async Task Another_run_that_builds_the_same_comes_to_the_same_id_although_its_provenance_tells_of_that_run()
    {
        using var elsewhere = new TemporaryDirectory();

        var again = await new StubRelease { Version = "1.0.0", RunUrl = "https://ci.example/team/product/actions/runs/7" }.SealAsync(elsewhere.Root);

        again.Manifest.Provenance.ShouldNotBe(sample.Bundle.Manifest.Provenance);
        again.Manifest.ReleaseId.ShouldBe(sample.Bundle.Manifest.ReleaseId);
        (await ReleaseBundle.OpenAsync(again.Directory, Stop)).Manifest.Sbom.ShouldBe(sample.Bundle.Manifest.Sbom);
    }

    [Fact]
    public void The_id_is_of_what_is_said_and_not_of_how_it_is_written()
    {
        var id = Id("""{"a":1,"b":{"c":[1,2],"d":"+"}}""");

        Id("""{ "b": {"d": "\u002B", "c": [1, 2]}, "a": 1, "releaseId": "x", "provenance": {} }""").ShouldBe(id);
        Id("""{"a":1,"b":{"c":[2,1],"d":"+"}}""").ShouldNotBe(id);
        Id("""{"a":1,"b":{"c":[1,2],"d":"+","provenance":{}}}""").ShouldNotBe(id);
        Id("""{"a":1,"a":1,"b":{"c":[1,2],"d":"+"}}""").ShouldNotBe(id);
        ReleaseIdentifier.Of("1.0.0+dirty", "{}"u8.ToArray()).ShouldStartWith("1.0.0.dirty-");

        static string Id(string manifest) => ReleaseIdentifier.Of("1.0.0", Encoding.UTF8.GetBytes(manifest));
    }

    [Fact]
    public void Releases_of_the_first_format_keep_the_ids_under_which_they_were_deployed()
    {
        // Of a release that was deployed as 0.1.0-90-5c188ea3a0bf.
        var services = new Dictionary<string, string>
        {
            ["api"] = "sha256:c32f6b894abde8a20e9762a408dd99a79d45db8eede2b6e89f4939b0d8979102",
            ["database"] = "sha256:401b26836ae9fe8416bd05b7be67b90caafdebdbac0894f0ab1d0f991f3caac9",
            ["gateway"] = "sha256:256234a7a80bba9ee1b0edc96ded6773a0f1062ea4eb8781320fcaa7dbbc0ae6",
            ["supervisor"] = "sha256:a1bc44913dab93eb8d6e5e21647efc62719fc415f45df0a190adb1e195855128",
            ["web"] = "sha256:20080af814afe306c68ff9760a44688de22e7d6e32d3c6a96b0db97458cb54bb",
            ["worker"] = "sha256:a778ea035d24bdeab29c533f7703ce2979ff377f80669a6c888364a85b14df1a",
        }.ToDictionary(service => service.Key, service => new ServiceArtefact { Path = service.Key, Entry = "", Digest = service.Value, Files = 0, Bytes = 0 });

        ReleaseIdentifier.OfFirstSchema("0.1.0-90", "abc841d2b29ee9df8030fb94d354e3285537c6a8", dirty: false, services).ShouldBe("0.1.0-90-5c188ea3a0bf");
        ReleaseIdentifier.OfFirstSchema("0.1.0-90", "abc841d2b29ee9df8030fb94d354e3285537c6a8", dirty: true, services).ShouldNotBe("0.1.0-90-5c188ea3a0bf");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("changed", "api/appsettings.json has changed")]
    [InlineData("version", "release.json has changed")]
    public async Task A_release_of_the_first_format_is_opened_by_the_rule_of_its_time(string? fault, string? expected)
    {
        using var directory = new TemporaryDirectory();
        var former = await new StubRelease { Version = "1.0.0", FirstFormat = true }.SealAsync(directory.Root);
        if (fault is null)
        {
            (await ReleaseBundle.OpenAsync(former.Directory, Stop)).Manifest.Sbom.ShouldBeNull();
            return;
        }

        Damage(former.Directory, fault);

        (await Should.ThrowAsync<DeliveryFailure>(() => ReleaseBundle.OpenAsync(former.Directory, Stop))).Message.ShouldContain(expected!);
    }

    [Fact]
    public async Task A_format_of_a_later_build_is_refused()
    {
        using var directory = new TemporaryDirectory();
        var copy = await new ReleaseStore(directory.Root).AddAsync(sample.Bundle, replaceDamaged: false, Stop);
        ReleaseFiles.Edit(Path.Combine(copy.Directory, "release.json"), node => node["schema"] = 3);

        var failure = Should.Throw<DeliveryFailure>(() => ReleaseBundle.Peek(copy.Directory));

        failure.Code.ShouldBe(ExitCode.ReleaseCorrupt);
        failure.Message.ShouldContain("has schema 3, expected 1 to 2");
    }

    [Fact]
    public async Task A_provenance_of_another_release_is_refused_even_if_its_digest_is_named()
    {
        using var directory = new TemporaryDirectory();
        var other = await new StubRelease { Version = "1.0.0", GatewayMark = "other" }.SealAsync(directory["other"]);
        var copy = await new ReleaseStore(directory.Root).AddAsync(sample.Bundle, replaceDamaged: false, Stop);
        ReleaseFiles.Rewrite(Path.Combine(copy.Directory, "provenance.intoto.json"), await File.ReadAllTextAsync(Path.Combine(other.Directory, "provenance.intoto.json"), Stop));
        ReleaseFiles.Edit(Path.Combine(copy.Directory, "release.json"), node => node["provenance"]!["sha256"] = other.Manifest.Provenance!.Sha256);

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => ReleaseBundle.OpenAsync(copy.Directory, Stop));

        failure.Code.ShouldBe(ExitCode.ReleaseCorrupt);
        failure.Message.ShouldContain("provenance.intoto.json tells of other artefacts than the release has");
    }

    [Fact]
    public async Task A_stored_release_that_cannot_be_believed_is_passed_over_by_who_only_looks_and_told_once()
    {
        using var directory = new TemporaryDirectory();
        var told = new List<string>();
        var store = new ReleaseStore(directory.Root, told.Add);
        var stored = await store.AddAsync(sample.Bundle, replaceDamaged: false, Stop);
        store.Peek(stored.Manifest.ReleaseId)!.Manifest.Version.ShouldBe("1.0.0");
        Damage(stored.Directory, "grade");

        store.Peek(stored.Manifest.ReleaseId).ShouldBeNull();
        store.Peek(stored.Manifest.ReleaseId).ShouldBeNull();

        told.ShouldHaveSingleItem().ShouldContain("release.json has changed");
    }

    [Fact]
    public async Task A_dirty_release_says_so_in_its_version()
    {
        using var directory = new TemporaryDirectory();
        var clean = await new StubRelease { Version = "1.0.0" }.SealAsync(directory.Root);

        var dirty = await ReleaseBundle.SealAsync(clean.Directory, new StubRelease { Version = "1.0.0", Dirty = true }.Origin, packageRoot: null, Stop);

        dirty.Manifest.Version.ShouldBe("1.0.0+dirty");
        dirty.Manifest.ReleaseId.ShouldStartWith("1.0.0.dirty-");
    }

    [Fact]
    public void Sealed_files_are_read_only() => Directory
        .EnumerateFiles(sample.Bundle.Directory, "*", SearchOption.AllDirectories)
        .ShouldAllBe(file => (File.GetUnixFileMode(file) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0);

    [Fact]
    public async Task An_unchanged_release_opens() =>
        (await ReleaseBundle.OpenAsync(sample.Bundle.Directory, Stop)).Manifest.ReleaseId.ShouldBe(sample.Bundle.Manifest.ReleaseId);

    [Theory]
    [InlineData("changed", "api/appsettings.json has changed")]
    [InlineData("missing", "api/appsettings.json is missing")]
    [InlineData("added", "api/extra.txt is not part of the release")]
    [InlineData("renamed", "api/appsettings.json is missing")]
    [InlineData("service", "the directory api is missing")]
    [InlineData("digest", "release.json has changed")]
    [InlineData("version", "release.json has changed")]
    [InlineData("manifest", "release.json is missing")]
    [InlineData("damaged", "release.json is damaged")]
    [InlineData("grade", "release.json has changed")]
    [InlineData("entry", "release.json has changed")]
    [InlineData("count", "release.json has changed")]
    [InlineData("member", "release.json has changed")]
    [InlineData("schema", "release.json has changed")]
    [InlineData("sbom digest", "release.json has changed")]
    [InlineData("no provenance", "release.json names nothing, expected provenance.intoto.json")]
    [InlineData("provenance elsewhere", "release.json names ../provenance.intoto.json, expected provenance.intoto.json")]
    [InlineData("sbom", "sbom.cdx.json has changed (sha256 is ")]
    [InlineData("sbom missing", "sbom.cdx.json is missing")]
    [InlineData("provenance", "provenance.intoto.json has changed (sha256 is ")]
    [InlineData("provenance missing", "provenance.intoto.json is missing")]
    public async Task A_release_that_is_not_the_sealed_one_is_refused_and_the_file_is_named(string fault, string expected)
    {
        using var directory = new TemporaryDirectory();
        var copy = await new ReleaseStore(directory.Root).AddAsync(sample.Bundle, replaceDamaged: false, Stop);
        Damage(copy.Directory, fault);

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => ReleaseBundle.OpenAsync(copy.Directory, Stop));

        failure.Code.ShouldBe(ExitCode.ReleaseCorrupt);
        failure.Message.ShouldContain(expected);
        failure.Message.ShouldContain("./build.sh Bundle");
    }

    [Fact]
    public async Task Sealing_a_directory_without_a_service_names_it()
    {
        using var directory = new TemporaryDirectory();

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => ReleaseBundle.SealAsync(directory.Root, new StubRelease { Version = "1.0.0" }.Origin, packageRoot: null, Stop));

        failure.Code.ShouldBe(ExitCode.ReleaseCorrupt);
        failure.Message.ShouldContain("The service 'api' cannot be part of a release");
    }

    [Fact]
    public async Task The_store_replaces_a_damaged_copy_by_a_sound_one()
    {
        using var directory = new TemporaryDirectory();
        var store = new ReleaseStore(directory.Root);
        Damage((await store.AddAsync(sample.Bundle, replaceDamaged: false, Stop)).Directory, "missing");

        var stored = await store.AddAsync(sample.Bundle, replaceDamaged: true, Stop);

        (await ReleaseBundle.OpenAsync(stored.Directory, Stop)).Manifest.ReleaseId.ShouldBe(sample.Bundle.Manifest.ReleaseId);
        store.Ids.ShouldBe([sample.Bundle.Manifest.ReleaseId]);
    }

    [Fact]
    public async Task A_copy_that_was_interrupted_leaves_no_release_behind()
    {
        using var directory = new TemporaryDirectory();
        var store = new ReleaseStore(directory.Root);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => store.AddAsync(sample.Bundle, replaceDamaged: false, cancelled.Token));

        Directory.EnumerateFileSystemEntries(directory.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Moving_a_release_to_where_an_identical_one_is_keeps_the_first()
    {
        using var directory = new TemporaryDirectory();
        var first = await new StubRelease { Version = "1.0.0" }.SealAsync(directory.Root);
        var written = File.GetLastWriteTimeUtc(Path.Combine(first.Directory, "release.json"));

        var second = await new StubRelease { Version = "1.0.0" }.SealAsync(directory.Root);

        second.Directory.ShouldBe(first.Directory);
        File.GetLastWriteTimeUtc(Path.Combine(second.Directory, "release.json")).ShouldBe(written);
    }

    private static void Damage(string release, string fault)
    {
        var file = Path.Combine(release, "api", "appsettings.json");
        var manifest = Path.Combine(release, "release.json");
        switch (fault)
        {
            case "changed":
                ReleaseFiles.Rewrite(file, "{}");
                break;
            case "missing":
                File.Delete(file);
                break;
            case "added":
                File.WriteAllText(Path.Combine(release, "api", "extra.txt"), "");
                break;
            case "renamed":
                File.Move(file, Path.Combine(release, "api", "zzz.json"));
                break;
            case "service":
                Directory.Delete(Path.Combine(release, "api"), recursive: true);
                break;
            case "digest":
                ReleaseFiles.Edit(manifest, node => node["services"]!["api"]!["digest"] = "sha256:" + new string('0', 64));
                break;
            case "version":
                ReleaseFiles.Edit(manifest, node => node["version"] = "9.9.9");
                break;
            case "manifest":
                File.Delete(manifest);
                break;
            case "damaged":
                ReleaseFiles.Rewrite(manifest, "{ \"schema\": 2,");
                break;
            case "grade":
                ReleaseFiles.Edit(manifest, node => node["migrations"]!["grades"] = new JsonArray());
                break;
            case "entry":
                ReleaseFiles.Edit(manifest, node => node["services"]!["api"]!["entry"] = "Other.dll");
                break;
            case "count":
                ReleaseFiles.Edit(manifest, node => node["services"]!["api"]!["files"] = 1);
                break;
            case "member":
                ReleaseFiles.Edit(manifest, node => node["added"] = 1);
                break;
            case "schema":
                ReleaseFiles.Edit(manifest, node => node["schema"] = 1);
                break;
            case "sbom digest":
                ReleaseFiles.Edit(manifest, node => node["sbom"]!["sha256"] = new string('0', 64));
                break;
            case "no provenance":
                ReleaseFiles.Edit(manifest, node => node.AsObject().Remove("provenance"));
                break;
            case "provenance elsewhere":
                ReleaseFiles.Edit(manifest, node => node["provenance"]!["path"] = "../provenance.intoto.json");
                break;
            case "sbom":
                ReleaseFiles.Edit(Path.Combine(release, "sbom.cdx.json"), node => node["components"]!.AsArray().RemoveAt(0));
                break;
            case "sbom missing":
                File.Delete(Path.Combine(release, "sbom.cdx.json"));
                break;
            case "provenance":
                ReleaseFiles.Edit(Path.Combine(release, "provenance.intoto.json"), node => node["predicate"]!["runDetails"]!["builder"]!["id"] = "https://ci.example");
                break;
            case "provenance missing":
                File.Delete(Path.Combine(release, "provenance.intoto.json"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "unknown");
        }
    }

    /// <summary>One release for all tests that only look at it or copy it.</summary>
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
