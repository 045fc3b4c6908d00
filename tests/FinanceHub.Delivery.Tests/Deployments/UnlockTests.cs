using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class UnlockTests : IDisposable
{
    private readonly Rig _rig = new();

    public UnlockTests() => Directory.CreateDirectory(_rig.State.Root);

    public void Dispose() => _rig.Abandon();

    [Fact]
    public async Task Without_a_reason_nothing_is_unlocked()
    {
        using var held = await HoldAsync();

        (await Should.ThrowAsync<DeliveryFailure>(() => UnlockAsync(" "))).Code.ShouldBe(ExitCode.Usage);

        held.EnsureHeld();
    }

    [Fact]
    public async Task A_holder_that_lives_is_fenced_off_only_after_asking()
    {
        using var held = await HoldAsync();
        (await Should.ThrowAsync<DeliveryFailure>(() => UnlockAsync("stuck"))).Code.ShouldBe(ExitCode.ConfirmationNeeded);
        var no = new Answer(yes: false);
        _rig.Confirmation = no;
        (await Should.ThrowAsync<DeliveryFailure>(() => UnlockAsync("stuck"))).Code.ShouldBe(ExitCode.Failed);
        no.Asked.ShouldHaveSingleItem().ShouldContain($"process {Environment.ProcessId}), deploy 1.2.3");
        held.EnsureHeld();

        _rig.Confirmation = new Answer(yes: true);
        await UnlockAsync("stuck");

        Should.Throw<DeliveryFailure>(held.EnsureHeld).Code.ShouldBe(ExitCode.LeaseLost);
        await Eventually.TrueAsync(() => held.Cancellation.IsCancellationRequested, "the holder is cancelled");
        var row = _rig.Ledger.Read().ShouldHaveSingleItem();
        (row.Event, row.Reason, row.Token).ShouldBe((LedgerEvent.Unlocked, "stuck", 2));
        row.Holder!.ShouldContain("deploy 1.2.3");
        (await _rig.Service().StatusAsync(new StatusRequest(), CancellationToken.None)).Lock.ShouldBeNull();
    }

    [Fact]
    public async Task A_holder_whose_lease_has_expired_is_fenced_off_without_asking()
    {
        using var held = await HoldAsync();
        held.Forget();
        var lease = _rig.Context.LeaseStore.Read()!;
        _rig.Context.LeaseStore.TryReplace(lease, lease with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) }).ShouldBeTrue();

        await UnlockAsync("its runner is gone");

        _rig.Context.LeaseStore.Read()!.Token.ShouldBe(2);
    }

    [Fact]
    public async Task Where_nobody_holds_anything_nothing_is_done()
    {
        await UnlockAsync("to be sure");

        File.Exists(_rig.State.Ledger).ShouldBeFalse();
        _rig.Said.ShouldContain("Nobody has locked 'local'");
    }

    private Task UnlockAsync(string reason) => _rig.Service().UnlockAsync(new UnlockRequest { Reason = reason }, CancellationToken.None);

    private Task<HeldLease> HoldAsync() => new Operation(_rig.Context, "deploy 1.2.3", null, "1.2.3").LockAsync(null, TestContext.Current.CancellationToken);
}
