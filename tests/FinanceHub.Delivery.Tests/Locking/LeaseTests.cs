using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Delivery.Tests.Locking;

public sealed class LeaseTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly LeaseTimes _times = new();
    private readonly List<string> _told = [];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_second_command_is_refused_and_told_who_holds_the_lease_since_when_and_why()
    {
        using var held = await AcquireAsync("ann");

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => AcquireAsync("bob"));

        failure.Code.ShouldBe(ExitCode.LockHeld);
        failure.Message.ShouldContain("ann@build-1 (process 42), deploy 1.2.3, since 2026-01-02 12:00:00Z, because \"a fix\", https://ci/runs/7");
        failure.Message.ShouldContain("--wait");
    }

    [Fact]
    public async Task Each_holder_has_a_higher_token_and_what_was_released_is_free_at_once()
    {
        using (var first = await AcquireAsync("ann"))
        {
            first.Token.ShouldBe(1);
        }

        Store.Read()!.Released.ShouldBeTrue();
        using var second = await AcquireAsync("bob");
        second.Token.ShouldBe(2);
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lease_that_somebody_removed_goes_on_after_the_last_token_of_the_ledger()
    {
        using var held = await Acquisition().AcquireAsync(Claim("ann"), TimeSpan.Zero, () => 41, null, CancellationToken.None);

        held.Token.ShouldBe(42);
    }

    [Fact]
    public async Task A_holder_whose_process_is_gone_is_followed_at_once_and_that_is_told()
    {
        Abandon("ann");

        using var held = await Acquisition(isGone: _ => true).AcquireAsync(Claim("bob"), TimeSpan.Zero, () => 0, null, CancellationToken.None);

        held.Token.ShouldBe(2);
        _told.ShouldHaveSingleItem().ShouldStartWith("Took over from ann@build-1 (process 42)");
    }

    [Fact]
    public async Task A_dead_holder_elsewhere_is_followed_when_its_lease_has_expired_and_not_before()
    {
        Abandon("ann");
        (await Should.ThrowAsync<DeliveryFailure>(() => AcquireAsync("bob"))).Code.ShouldBe(ExitCode.LockHeld);

        _clock.Advance(_times.Expiry);
        var taking = AcquireAsync("bob");
        taking.IsCompleted.ShouldBeFalse("an expired lease is watched first");

        using var held = await RunAsync(taking);
        held.Token.ShouldBe(2);
        Store.Read()!.User.ShouldBe("bob");
    }

    [Fact]
    public async Task A_clock_that_jumps_forwards_does_not_take_a_lease_from_a_holder_that_lives()
    {
        using var held = await AcquireAsync("ann");
        var ahead = new FakeTimeProvider(Noon + TimeSpan.FromDays(1));

        var taking = new LeaseAcquisition(Store, _times, ahead, _ => false, _told.Add).AcquireAsync(Claim("bob"), TimeSpan.Zero, () => 0, null, CancellationToken.None);
        taking.IsCompleted.ShouldBeFalse();

        (await Should.ThrowAsync<DeliveryFailure>(() => RunAsync(taking, ahead, holderLives: true))).Code.ShouldBe(ExitCode.LockHeld);
        held.EnsureHeld();
    }

    [Fact]
    public async Task A_clock_that_jumped_backwards_does_not_keep_a_dead_holders_lease_for_ever()
    {
        Abandon("ann");
        var behind = new FakeTimeProvider(Noon - TimeSpan.FromDays(1));

        var taking = new LeaseAcquisition(Store, _times, behind, _ => false, _told.Add).AcquireAsync(Claim("bob"), TimeSpan.FromMinutes(1), () => 0, null, CancellationToken.None);

        using var held = await RunAsync(taking, behind);
        held.Token.ShouldBe(2);
        (behind.GetUtcNow() - (Noon - TimeSpan.FromDays(1))).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_holder_shows_signs_of_life_that_move_the_expiry()
    {
        using var held = await AcquireAsync("ann");

        await AdvanceUntilAsync(_clock, () => Store.Read()!.Heartbeat >= 3);

        Store.Read()!.ExpiresAt.ShouldBe(Store.Read()!.HeartbeatAt + _times.Expiry);
        Store.Read()!.HeartbeatAt.ShouldBeGreaterThan(Noon);
    }

    [Fact]
    public async Task A_holder_that_was_fenced_off_is_cancelled_and_can_write_nothing_any_more()
    {
        using var held = await AcquireAsync("ann");
        Seize("bob");

        await AdvanceUntilAsync(_clock, () => held.Cancellation.IsCancellationRequested);

        held.Loss!.Code.ShouldBe(ExitCode.LeaseLost);
        held.Loss.Message.ShouldContain("bob@build-1");
        Should.Throw<DeliveryFailure>(held.EnsureHeld).Code.ShouldBe(ExitCode.LeaseLost);
        var written = false;
        Should.Throw<DeliveryFailure>(() => held.Guarded(() => written = true)).Code.ShouldBe(ExitCode.LeaseLost);
        written.ShouldBeFalse();
    }

    [Fact]
    public async Task A_holder_that_does_not_know_yet_that_it_was_fenced_off_cannot_write_either()
    {
        using var held = await AcquireAsync("ann");
        var scope = new LeaseScope();
        scope.Enter(held);
        var ledger = new LedgerFile(_directory["ledger.jsonl"], scope);
        ledger.Append(Row()).Token.ShouldBe(1);
        Seize("bob");

        held.Cancellation.IsCancellationRequested.ShouldBeFalse("the clock stands still");
        Should.Throw<DeliveryFailure>(() => ledger.Append(Row())).Code.ShouldBe(ExitCode.LeaseLost);

        ledger.Read().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_fenced_holder_disposes_of_stays_the_new_holders()
    {
        var held = await AcquireAsync("ann");
        Seize("bob");

        held.Dispose();

        Store.Read()!.Released.ShouldBeFalse();
        Store.Read()!.User.ShouldBe("bob");
    }

    [Fact]
    public async Task A_holder_that_is_asked_to_abort_is_cancelled_and_still_holds()
    {
        using var held = await AcquireAsync("ann");
        var lease = Store.Read()!;
        Store.TryReplace(lease, lease with { AbortRequestedBy = "a rollback of bob" }).ShouldBeTrue();

        await AdvanceUntilAsync(_clock, () => held.Cancellation.IsCancellationRequested);

        held.AbortedBy.ShouldBe("a rollback of bob");
        held.EnsureHeld();
    }

    [Fact]
    public async Task A_command_that_waits_gets_the_lease_as_soon_as_it_is_free()
    {
        var held = await AcquireAsync("ann");
        var waiting = AcquireAsync("bob", TimeSpan.FromSeconds(30));
        waiting.IsCompleted.ShouldBeFalse();

        held.Dispose();

        using var next = await RunAsync(waiting);
        next.Token.ShouldBe(2);
    }

    [Fact]
    public async Task Waiting_ends_at_its_deadline_with_the_time_that_was_waited()
    {
        using var held = await AcquireAsync("ann");

        (await Should.ThrowAsync<DeliveryFailure>(() => RunAsync(AcquireAsync("bob", TimeSpan.FromSeconds(30))))).Message.ShouldContain("after waiting 30 s");
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var held = await AcquireAsync("ann");
        using var cancel = new CancellationTokenSource();
        var waiting = Acquisition().AcquireAsync(Claim("bob"), TimeSpan.FromMinutes(1), () => 0, null, cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void A_lease_that_is_damaged_is_nobodys_to_take_and_the_message_says_what_to_do()
    {
        Abandon("ann");
        File.WriteAllText(_directory["deploy.lease"], "{\"token\":");

        Should.Throw<DeliveryFailure>(() => Store.Read()).Message.ShouldContain("rm \"");
    }

    [Fact]
    public void What_a_killed_holder_left_half_written_is_removed_by_the_next_write()
    {
        Abandon("ann");
        File.WriteAllText(_directory[".deploy.lease.1.part"], "{\"token\":");
        var read = Store.Read()!;

        Store.TryReplace(read, read with { Heartbeat = 2 }).ShouldBeTrue();

        File.Exists(_directory[".deploy.lease.1.part"]).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_replaces_a_lease_that_has_changed_since_it_was_read()
    {
        Abandon("ann");
        var read = Store.Read()!;
        Store.TryReplace(read, read with { Heartbeat = 2 }).ShouldBeTrue();

        Store.TryReplace(read, read with { AbortRequestedBy = "bob" }).ShouldBeFalse();
        Store.TryReplace(null, read).ShouldBeFalse();
        Store.Read()!.AbortRequestedBy.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://github.com", "o/r", "7", "https://github.com/o/r/actions/runs/7")]
    [InlineData(null, "o/r", "7", null)]
    [InlineData("https://github.com", "", "7", null)]
    public void The_run_is_known_where_the_CI_system_names_it(string? server, string? repository, string? run, string? expected) => ContinuousIntegration.RunUrl(name => name switch
    {
        "GITHUB_SERVER_URL" => server,
        "GITHUB_REPOSITORY" => repository,
        "GITHUB_RUN_ID" => run,
        _ => null,
    }).ShouldBe(expected);

    private FileLeaseStore Store => new(_directory["deploy.lock"], _directory["deploy.lease"]);

    private LeaseAcquisition Acquisition(Func<Lease, bool>? isGone = null) => new(Store, _times, _clock, isGone ?? (_ => false), _told.Add);

    private Task<HeldLease> AcquireAsync(string user, TimeSpan wait = default) =>
        Acquisition().AcquireAsync(Claim(user), wait, () => 0, null, TestContext.Current.CancellationToken);

    /// <summary>A holder that ended without a word.</summary>
    private void Abandon(string user) => Store.TryReplace(null, Acquisition().Started(Claim(user), 1)).ShouldBeTrue();

    private void Seize(string user)
    {
        var lease = Store.Read()!;
        Store.TryReplace(lease, Acquisition().Started(Claim(user), lease.Token + 1)).ShouldBeTrue();
    }

    private Task<HeldLease> RunAsync(Task<HeldLease> acquiring) => RunAsync(acquiring, _clock);

    /// <summary>Lets the clocks run, the holder's and the observer's, until it is decided.</summary>
    private async Task<HeldLease> RunAsync(Task<HeldLease> acquiring, FakeTimeProvider observer, bool holderLives = false)
    {
        while (!acquiring.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            if (observer != _clock)
            {
                observer.Advance(TimeSpan.FromMilliseconds(100));
            }

            // However busy the machine is, no more time passes than a holder that lives lets pass between two signs of life.
            await Eventually.TrueAsync(() => !holderLives || _clock.GetUtcNow() - Store.Read()!.HeartbeatAt <= _times.Heartbeat + _times.Poll, "a sign of life");
            await Task.Yield();
        }

        return await acquiring;
    }

    private static Task AdvanceUntilAsync(FakeTimeProvider clock, Func<bool> holds) => Eventually.TrueAsync(
        () =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            return holds();
        },
        "the holder noticed");

    private static Lease Claim(string user) => new()
    {
        Token = 0,
        Operation = $"of-{user}",
        Work = "deploy 1.2.3",
        Reason = "a fix",
        User = user,
        Host = "build-1",
        ProcessId = 42,
        RunUrl = "https://ci/runs/7",
        Since = Noon,
    };

    private static LedgerRow Row() => new() { At = Noon, Event = LedgerEvent.Stopped, Operation = "x", Actor = "someone" };
}
