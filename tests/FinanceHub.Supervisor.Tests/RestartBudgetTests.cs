using FinanceHub.Supervisor.Running;

namespace FinanceHub.Supervisor.Tests;

public class RestartBudgetTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly RestartPolicy _policy = new() { MaxAttempts = 5, WindowSeconds = 60, InitialDelayMilliseconds = 200, MaxDelayMilliseconds = 1000 };

    [Fact]
    public void The_delay_doubles_with_each_crash_up_to_its_bound()
    {
        var budget = new RestartBudget(_policy);
        var delays = Enumerable.Range(0, 5).Select(second => budget.Crashed(Start.AddSeconds(second))?.TotalMilliseconds);
        delays.ShouldBe([200, 400, 800, 1000, 1000]);
    }

    [Fact]
    public void One_crash_more_than_allowed_within_the_window_gives_up()
    {
        var budget = new RestartBudget(_policy);
        for (var crash = 0; crash < 5; crash++)
            budget.Crashed(Start.AddSeconds(crash)).ShouldNotBeNull();
        budget.Crashed(Start.AddSeconds(5)).ShouldBeNull();
    }

    [Fact]
    public void A_stable_run_longer_than_the_window_starts_again_from_the_first_delay()
    {
        var budget = new RestartBudget(_policy);
        for (var crash = 0; crash < 5; crash++)
            budget.Crashed(Start.AddSeconds(crash));
        budget.Crashed(Start.AddSeconds(65)).ShouldBe(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void No_attempts_allowed_means_giving_up_at_the_first_crash() =>
        new RestartBudget(_policy with { MaxAttempts = 0 }).Crashed(Start).ShouldBeNull();
}
