using Nuke.Common;
using Nuke.Embedded.Tests.Support;
using Serilog.Events;

namespace Nuke.Embedded.Tests.Utilities;

[Collection(UsesGlobals.Name)]
public sealed class ControlFlowTests : IDisposable
{
    private readonly CollectedLog log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public void A_suppressed_error_is_a_warning_and_the_default()
    {
        ControlFlow.SuppressErrors(() => throw new InvalidOperationException("first"));
        ControlFlow.SuppressErrors<int>(() => throw new InvalidOperationException("second {x}"), defaultValue: 7).ShouldBe(7);
        ControlFlow.SuppressErrors(() => throw new InvalidOperationException("third"), logWarning: false);
        ControlFlow.SuppressErrors(() => 3).ShouldBe(3);

        log.Lines.Select(x => x.Level).ShouldAllBe(x => x == LogEventLevel.Warning);
        log.Text.ShouldContain("first");
        log.Text.ShouldContain("second {x}");
        log.Text.ShouldNotContain("third");
    }

    [Fact]
    public void It_is_tried_until_it_succeeds()
    {
        var (attempts, cleanups) = (0, 0);

        ControlFlow.ExecuteWithRetry(
            () =>
            {
                if (++attempts < 3)
                    throw new InvalidOperationException("not yet");
            },
            cleanup: () => cleanups++,
            retryAttempts: 5);

        (attempts, cleanups).ShouldBe((3, 3));
        log.Lines.Count.ShouldBe(2);
        log.Text.ShouldContain("Attempt #1 failed with: not yet");
    }

    [Fact]
    public void The_last_failure_is_thrown()
    {
        var attempts = 0;

        Should.Throw<InvalidOperationException>(() => ControlFlow.ExecuteWithRetry(() => throw new InvalidOperationException($"{++attempts}"), retryAttempts: 3))
            .Message.ShouldBe("3");
    }
}
