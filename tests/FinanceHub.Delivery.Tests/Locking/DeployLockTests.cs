using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Delivery.Tests.Locking;

public sealed class DeployLockTests : IDisposable
{
    private static readonly LockHolder Someone = new()
    {
        Work = "deploy 1.2.3",
        User = "ann",
        Host = "build-1",
        ProcessId = 42,
        Since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_second_command_is_refused_and_told_who_holds_the_lock_since_when()
    {
        using var held = await AcquireAsync(TimeSpan.Zero);

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => AcquireAsync(TimeSpan.Zero));

        failure.Code.ShouldBe(ExitCode.LockHeld);
        failure.Message.ShouldContain("ann@build-1 (process 42), deploy 1.2.3, since 2026-01-02 03:04:05Z");
        failure.Message.ShouldContain("--wait");
    }

    [Fact]
    public async Task A_command_that_waits_gets_the_lock_as_soon_as_it_is_free()
    {
        var held = await AcquireAsync(TimeSpan.Zero);
        var waiting = AcquireAsync(TimeSpan.FromSeconds(30));
        waiting.IsCompleted.ShouldBeFalse();

        held.Dispose();

        using var next = await waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        DeployLock.Holder(Path).ShouldBe(Someone);
    }

    [Fact]
    public async Task Waiting_ends_at_its_deadline_with_the_time_that_was_waited()
    {
        using var held = await AcquireAsync(TimeSpan.Zero);
        var clock = new FakeTimeProvider();
        var waiting = DeployLock.AcquireAsync(Path, Someone, TimeSpan.FromSeconds(30), clock, TestContext.Current.CancellationToken);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await Should.ThrowAsync<DeliveryFailure>(() => waiting)).Message.ShouldContain("after waiting 30 s");
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var held = await AcquireAsync(TimeSpan.Zero);
        using var cancel = new CancellationTokenSource();
        var waiting = DeployLock.AcquireAsync(Path, Someone, TimeSpan.FromMinutes(1), TimeProvider.System, cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Observers_see_the_holder_only_while_the_lock_is_held()
    {
        DeployLock.Holder(Path).ShouldBeNull();
        using (await AcquireAsync(TimeSpan.Zero))
        {
            DeployLock.Holder(Path).ShouldBe(Someone);
        }

        DeployLock.Holder(Path).ShouldBeNull();
    }

    private string Path => _directory["deploy.lock"];

    private Task<DeployLock> AcquireAsync(TimeSpan wait) => DeployLock.AcquireAsync(Path, Someone, wait, TimeProvider.System, TestContext.Current.CancellationToken);
}
