using System.Text.Json;
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
        sample.Bundle.Manifest.Migrations.ShouldBe(new MigrationRange { First = "0001_First", Last = "0001_First", Count = 1 });
    }

    [Fact]
    public async Task Equal_content_has_the_equal_id_wherever_it_was_sealed()
    {
        using var elsewhere = new TemporaryDirectory();

        var again = await new StubRelease { Version = "1.0.0" }.SealAsync(elsewhere.Root);

        again.Manifest.ReleaseId.ShouldBe(sample.Bundle.Manifest.ReleaseId);
    }

    [Fact]
    public void Version_commit_and_uncommitted_changes_are_part_of_the_id()
    {
        var services = sample.Bundle.Manifest.Services;
        string[] ids =
        [
            ReleaseIdentifier.OfFirstSchema("1.0.0", "c1", false, services),
            ReleaseIdentifier.OfFirstSchema("1.0.1", "c1", false, services),
            ReleaseIdentifier.OfFirstSchema("1.0.0", "c2", false, services),
            ReleaseIdentifier.OfFirstSchema("1.0.0+dirty", "c1", true, services),
        ];

        ids.ShouldBeUnique();
        ids[3].ShouldStartWith("1.0.0.dirty-");
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
                Rewrite(file, "{}");
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
                Edit(manifest, node => node["services"]!["api"]!["digest"] = "sha256:" + new string('0', 64));
                break;
            case "version":
                Edit(manifest, node => node["version"] = "9.9.9");
                break;
            case "manifest":
                File.Delete(manifest);
                break;
            case "damaged":
                Rewrite(manifest, "{ \"schema\": 1,");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "unknown");
        }
    }

    private static void Edit(string path, Action<System.Text.Json.Nodes.JsonNode> change)
    {
        var node = JsonSerializer.Deserialize<System.Text.Json.Nodes.JsonNode>(File.ReadAllText(path))!;
        change(node);
        Rewrite(path, node.ToJsonString());
    }

    private static void Rewrite(string path, string content)
    {
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(path, content);
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
