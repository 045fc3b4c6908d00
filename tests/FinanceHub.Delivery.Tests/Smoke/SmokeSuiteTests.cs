using FinanceHub.Delivery.Smoke;

namespace FinanceHub.Delivery.Tests.Smoke;

public sealed class SmokeSuiteTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_that_does_what_customers_need_passes_and_no_account_stays()
    {
        await using var api = await FakeCustomerApi.StartAsync();

        var report = await RunAsync(api);

        report.ExitCode.ShouldBe(ExitCode.Success, report.Summary);
        report.Checks.Count.ShouldBe(10);
        report.Checks.ShouldAllBe(check => check.Verdict == SmokeVerdict.Pass && check.Detail == null);
        api.Accounts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sign-up", "sign-up", "answered 500, expected 201")]
    [InlineData("sign-up refused", "sign-up", "answered 400, expected 201")]
    [InlineData("portfolio", "portfolio", "answered 500, expected 201")]
    [InlineData("valuation", "valuation", "the value is 120, expected 10 times 12.5")]
    [InlineData("worker", "worker heartbeat", "the heartbeat of w does not move")]
    [InlineData("page", "web page", "does not contain the word FinanceHub")]
    [InlineData("asset", "static asset", "the content type is text/html, expected text/css")]
    [InlineData("headers", "security headers", "the page lacks X-Content-Type-Options")]
    [InlineData("release", "web page", "was answered by release r0, expected r1")]
    public async Task Each_fault_fails_its_check_and_the_account_is_removed_all_the_same(string fault, string check, string detail)
    {
        await using var api = await FakeCustomerApi.StartAsync(fault);

        // Only a heartbeat that does not move is found out by the time that is up.
        var report = await RunAsync(api, TimeSpan.FromSeconds(fault == "worker" ? 2 : 60));

        report.ExitCode.ShouldBe(ExitCode.Failed);
        var failed = report.Checks.Single(candidate => candidate.Name == check);
        failed.Verdict.ShouldBe(SmokeVerdict.Fail);
        failed.Detail.ShouldNotBeNull().ShouldContain(detail);
        report.Summary.ShouldContain(check);
        api.Accounts.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_depends_on_a_failed_check_was_not_run_and_that_is_no_pass()
    {
        await using var api = await FakeCustomerApi.StartAsync("portfolio");

        var report = await RunAsync(api);

        report.Checks.Where(check => check.Name is "activity" or "valuation").ShouldAllBe(check => check.Verdict == SmokeVerdict.NotRun);
        report.Checks.Single(check => check.Name == "clean-up").Verdict.ShouldBe(SmokeVerdict.Pass);
    }

    [Fact]
    public async Task Interrupting_the_suite_in_the_middle_removes_its_account()
    {
        await using var api = await FakeCustomerApi.StartAsync("hangs");
        using var interrupt = new CancellationTokenSource();
        var running = new SmokeSuite(TimeSpan.FromMinutes(2), TimeProvider.System).RunAsync(SmokeTarget.Public(api.Address, "r1"), interrupt.Token);
        await api.PortfolioAsked.Task.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        api.Accounts.Count.ShouldBe(1);

        await interrupt.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        api.Accounts.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_where_nothing_answers_fails_every_check_that_was_run()
    {
        var report = await new SmokeSuite(TimeSpan.FromSeconds(5), TimeProvider.System).RunAsync(SmokeTarget.Public(new Uri("http://127.0.0.1:1"), null), Stop);

        report.ExitCode.ShouldBe(ExitCode.NotDeployed);
        report.Checks.ShouldAllBe(check => check.Verdict != SmokeVerdict.Pass);
    }

    [Fact]
    public void No_check_is_no_pass() =>
        new SmokeReport { Address = new Uri("http://127.0.0.1:1"), Checks = [], Milliseconds = 0, Reached = true }.ExitCode.ShouldBe(ExitCode.Failed);

    private static Task<SmokeReport> RunAsync(FakeCustomerApi api, TimeSpan? timeout = null) =>
        new SmokeSuite(timeout ?? TimeSpan.FromMinutes(1), TimeProvider.System).RunAsync(SmokeTarget.Public(api.Address, "r1"), Stop);
}
