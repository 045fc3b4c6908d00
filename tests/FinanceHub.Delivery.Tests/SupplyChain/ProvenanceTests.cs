using System.Text;
using System.Text.Json.Nodes;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Tests.SupplyChain;

public sealed class ProvenanceTests
{
    private static readonly Dictionary<string, string> Ci = new()
    {
        ["GITHUB_SERVER_URL"] = "https://ci.example",
        ["GITHUB_REPOSITORY"] = "team/product",
        ["GITHUB_RUN_ID"] = "42",
        ["GITHUB_TOKEN"] = "hunter2",
    };

    private static readonly ReleaseVersion Version = new("1.2.3", StubRelease.Commit, DateTimeOffset.UnixEpoch, Dirty: false);

    [Fact]
    public void It_is_a_statement_about_each_artefact_of_which_commit_and_with_what_it_was_built()
    {
        var statement = Statement(Local);

        Text(statement["_type"]).ShouldBe("https://in-toto.io/Statement/v1");
        Text(statement["predicateType"]).ShouldBe("https://slsa.dev/provenance/v1");
        statement["subject"]!.AsArray().Select(subject => $"{subject!["name"]} {subject["digest"]!["sha256"]}").ShouldBe([$"api {Digits('a')}", $"web {Digits('b')}"]);
        var build = statement["predicate"]!["buildDefinition"]!;
        Text(build["externalParameters"]!["version"]).ShouldBe("1.2.3");
        Text(build["resolvedDependencies"]![0]!["digest"]!["gitCommit"]).ShouldBe(StubRelease.Commit);
        Text(build["resolvedDependencies"]![1]!["uri"]).ShouldBe("pkg:generic/dotnet-sdk@10.0.100");
        Text(statement["predicate"]!["runDetails"]!["byproducts"]![0]!["digest"]!["sha256"]).ShouldBe(Digits('c'));
    }

    [Fact]
    public void In_ci_it_names_the_run_and_the_repository_and_no_secret()
    {
        var statement = Statement(BuildOrigin.Of(Version, "10.0.100", Ci.GetValueOrDefault));

        Text(statement["predicate"]!["runDetails"]!["metadata"]!["invocationId"]).ShouldBe("https://ci.example/team/product/actions/runs/42");
        Text(statement["predicate"]!["runDetails"]!["builder"]!["id"]).ShouldBe("https://ci.example/team/product/actions");
        Text(statement["predicate"]!["buildDefinition"]!["resolvedDependencies"]![0]!["uri"]).ShouldBe($"git+https://ci.example/team/product@{StubRelease.Commit}");
        statement.ToJsonString().ShouldNotContain("hunter2");
    }

    [Fact]
    public void Elsewhere_nothing_is_told_of_the_machine_and_the_bytes_are_the_same_each_time()
    {
        var text = Encoding.UTF8.GetString(Write(Local));

        Text(JsonNode.Parse(text)!["predicate"]!["runDetails"]!["builder"]!["id"]).ShouldBe("urn:financehub:builder:local");
        text.ShouldNotContain("invocationId");
        text.ShouldNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        text.ShouldNotContain(Environment.CurrentDirectory);
        Encoding.UTF8.GetString(Write(Local)).ShouldBe(text);
    }

    [Fact]
    public void It_speaks_of_its_own_release_and_of_no_other()
    {
        var content = Write(Local);

        Provenance.Contradiction(content, Release).ShouldBeNull();
        Provenance.Contradiction(content, Release with { Commit = new string('f', 40) }).ShouldBe($"tells of commit {StubRelease.Commit}, the release of {new string('f', 40)}");
        Provenance.Contradiction(content, Release with { Dirty = true }).ShouldBe("says that there were no uncommitted changes, the release the contrary");
        Provenance.Contradiction(content, Release with { Services = new() { ["api"] = Artefact('a') } }).ShouldBe("tells of other artefacts than the release has");
        Provenance.Contradiction(content, Release with { Services = new() { ["api"] = Artefact('a'), ["web"] = Artefact('d') } }).ShouldBe("tells of other artefacts than the release has");
        Provenance.Contradiction(content, Release with { Sbom = new SealedDocument("sbom.cdx.json", Digits('d')) }).ShouldBe("tells of another sbom.cdx.json than the release has");
        Provenance.Contradiction("{"u8, Release).ShouldBe("is damaged (line 1)");
        Provenance.Contradiction("{}"u8, Release)!.ShouldStartWith("is damaged");
        Provenance.Contradiction(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("slsa.dev/provenance/v1", "slsa.dev/provenance/v9", StringComparison.Ordinal)), Release)!.ShouldContain("expected https://in-toto.io/Statement/v1 about https://slsa.dev/provenance/v1");
    }

    private static BuildOrigin Local => BuildOrigin.Of(Version, "10.0.100", _ => null);

    private static ReleaseManifest Release => new()
    {
        Schema = ReleaseManifest.CurrentSchema,
        ReleaseId = "",
        Version = "1.2.3",
        Commit = StubRelease.Commit,
        Dirty = false,
        Services = new() { ["api"] = Artefact('a'), ["web"] = Artefact('b') },
        Migrations = new MigrationRange { Count = 0 },
        Sbom = new SealedDocument("sbom.cdx.json", Digits('c')),
    };

    private static JsonNode Statement(BuildOrigin origin) => JsonNode.Parse(Write(origin))!;

    private static byte[] Write(BuildOrigin origin) => Provenance.Write(origin, Release.Services, Digits('c'));

    private static ServiceArtefact Artefact(char digit) => new() { Path = "", Entry = "", Digest = "sha256:" + Digits(digit), Files = 1, Bytes = 1 };

    private static string Digits(char digit) => new(digit, 64);

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
