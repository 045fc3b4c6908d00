using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Platform.Contract;

/// <summary>What any platform must do about the hosts of a release from their start to their end, and about the data.</summary>
public abstract class PlatformLifeContract : IAsyncLifetime
{
    private PlatformUnderTest _environment = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract PlatformUnderTest Create();

    public ValueTask InitializeAsync()
    {
        _environment = Create();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _environment.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Where_nothing_was_started_nothing_is_found()
    {
        var platform = _environment.Open();

        var found = await platform.ObserveAsync(Stop);

        found.Instances.ShouldBeEmpty();
        (found.ServingReleaseId, found.Split, found.Listen, found.GatewayRuns, found.IsWhole).ShouldBe((null, null, null, false, false));
        platform.CanListen(_environment.Listen).ShouldBeTrue();
        (await platform.StopAsync([], "nothing")).ShouldBeNull();
    }

    [Fact]
    public async Task A_group_is_started_once_seen_by_others_probed_and_stopped_with_its_logs_kept()
    {
        var release = await _environment.AddAsync(new StubRelease { Version = "1.0.0", Api = new { LogLines = 3 } });
        var platform = _environment.Open();
        var first = await platform.StartAsync(release, "group", []);
        await platform.AwaitReadyAsync(first, release.Manifest.ReleaseId, Stop);

        var again = await _environment.Open().StartAsync(release, "group", []);

        again.Select(host => host.Address).ShouldBe(first.Select(host => host.Address), ignoreOrder: true, "what runs is not started again");
        var left = (await _environment.Open().ObserveAsync(Stop)).Leftovers;
        left.Select(host => $"{host.Service} {host.Group} {host.ReleaseId}").ShouldBe(
            [$"api group {release.Manifest.ReleaseId}", $"web group {release.Manifest.ReleaseId}", $"worker group {release.Manifest.ReleaseId}"],
            ignoreOrder: true,
            "a killed command leaves them, and the next one must see them");
        foreach (var planned in platform.SettingsOf(release))
        {
            var running = left.Single(host => host.Service == planned.Service).Settings.ShouldNotBeNull();
            planned.Values.Keys.ShouldBeSubsetOf(running.Keys);
        }

        await platform.ProbeAsync(first, release.Manifest.ReleaseId, Stop);
        (await Should.ThrowAsync<DeliveryFailure>(() => platform.ProbeAsync(first, "another", Stop))).Code.ShouldBe(ExitCode.IdentityMismatch);
        var api = first.Single(host => host.Service == "api");
        platform.Describe(api).State.ShouldBe("running");
        platform.ReadLogTail(api, 2).ShouldBe(["line 2", "line 3"]);
        using (var log = platform.FollowLog(api, fromStart: true))
        {
            log.Read().ShouldBe(["line 1", "line 2", "line 3"]);
        }

        (await platform.StopAsync(left, "ended")).ShouldNotBeNullOrWhiteSpace();
        await platform.StopAsync(first, "ended again");

        (await _environment.Open().ObserveAsync(Stop)).Instances.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_ends_after_it_was_ready_is_told_even_when_it_was_started_again()
    {
        var release = await _environment.AddAsync(new StubRelease { Version = "1.0.0" });
        var platform = _environment.Open();
        var hosts = await platform.StartAsync(release, "group", []);
        await platform.AwaitReadyAsync(hosts, release.Manifest.ReleaseId, Stop);
        using var client = new HttpClient();

        await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync(new Uri(hosts.Single(host => host.Service == "web").Address!, "/stub/crash"), null, Stop));

        DeliveryFailure? told = null;
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await platform.ProbeAsync(hosts, release.Manifest.ReleaseId, Stop);
                return false;
            }
            catch (DeliveryFailure fault)
            {
                told = fault;
                return true;
            }
        }, "the crash to be told");
        told!.Code.ShouldBe(ExitCode.HostCrashed);
        told.Message.ShouldContain("web");
    }

    [Fact]
    public async Task A_host_that_ends_instead_of_becoming_ready_is_told_and_its_last_words_can_be_read()
    {
        var (failure, lines) = await StartFailingAsync(new StubRelease { Version = "1.0.0", Worker = new { CrashAtStart = true } }, new EnvironmentLimits());

        failure.Code.ShouldBe(ExitCode.HostCrashed);
        failure.Message.ShouldContain("worker");
        lines.ShouldContain("stub: crashing at start as told");
    }

    [Fact]
    public async Task A_host_that_never_becomes_ready_is_told_when_the_limit_is_over()
    {
        var (failure, _) = await StartFailingAsync(new StubRelease { Version = "1.0.0", Worker = new { NeverReady = true } }, new EnvironmentLimits { ReadyTimeout = TimeSpan.FromSeconds(2) });

        failure.Code.ShouldBe(ExitCode.HostNeverReady);
    }

    [Fact]
    public async Task A_host_that_is_of_another_release_is_told()
    {
        var (failure, _) = await StartFailingAsync(new StubRelease { Version = "1.0.0", Worker = new { ReleaseId = "0.9.9-other" } }, new EnvironmentLimits());

        failure.Code.ShouldBe(ExitCode.IdentityMismatch);
        failure.Message.ShouldContain("0.9.9-other");
    }

    [Fact]
    public async Task The_database_is_created_by_a_release_copied_migrated_and_taken_back()
    {
        var release = await _environment.AddAsync(new StubRelease { Version = "1.0.0", Database = new { Migrations = StubRelease.TwoMigrations } });
        var database = _environment.Open().Database;
        database.Exists.ShouldBeFalse();

        await database.UpAsync(release, Stop);

        database.Exists.ShouldBeTrue();
        (await database.StatusAsync(release, Stop)).Pending.ShouldBeEmpty();
        var copy = await database.CopyAsync(release, "first", Stop);
        copy.ShouldNotBe(await database.CopyAsync(release, "second", Stop), "a copy never replaces another");
        await database.DownAsync(release, StubRelease.TwoMigrations[0], Stop);
        (await database.StatusAsync(release, Stop)).Pending.ShouldBe([StubRelease.TwoMigrations[1]]);
        database.PruneCopies(1);
    }

    /// <summary>Starts what cannot work.</summary>
    /// <returns>What was told, and what the worker had written.</returns>
    private async Task<(DeliveryFailure Failure, IReadOnlyList<string> Lines)> StartFailingAsync(StubRelease stub, EnvironmentLimits limits)
    {
        var release = await _environment.AddAsync(stub);
        var platform = _environment.Open(limits);
        var hosts = await platform.StartAsync(release, "group", []);
        var failure = await Should.ThrowAsync<DeliveryFailure>(() => platform.AwaitReadyAsync(hosts, release.Manifest.ReleaseId, Stop));
        return (failure, platform.ReadLogTail(hosts.Single(host => host.Service == "worker"), 5));
    }
}
