using FinanceHub.Worker;
using FinanceHub.Worker.Configuration;
using FinanceHub.Worker.Market;
using FinanceHub.Worker.Notifications;

namespace FinanceHub.Hosts.Tests.Worker;

public sealed class WorkerOptionsTests
{
    public static TheoryData<string> Bad => [.. Cases.Keys];

    private static Dictionary<string, IEnumerable<string>> Cases => new()
    {
        ["Worker:AlertInterval"] = new WorkerOptions { AlertInterval = TimeSpan.Zero }.Faults(),
        ["Worker:OutboxInterval"] = new WorkerOptions { OutboxInterval = TimeSpan.FromDays(2) }.Faults(),
        ["Prices:Provider"] = new MarketOptions { Provider = "Oracle" }.Faults(),
        ["Prices:BaseUrl"] = new MarketOptions { Provider = "http", BaseUrl = "ftp://example.org" }.Faults(),
        ["Prices:ApiKey"] = new MarketOptions { ApiKey = "file:/nowhere/at/all" }.Faults(),
        ["Prices:BackfillDays"] = new MarketOptions { BackfillDays = 0 }.Faults(),
        ["Prices:Timeout"] = new MarketOptions { Timeout = TimeSpan.Zero }.Faults(),
        ["Notifications:WebhookUrl"] = new NotificationOptions { WebhookUrl = "hush" }.Faults(),
        ["Notifications:WebhookSecret"] = new NotificationOptions { WebhookSecret = "env:FINANCEHUB_NO_SUCH_VARIABLE" }.Faults(),
        ["Notifications:MostAttempts"] = new NotificationOptions { MostAttempts = 0 }.Faults(),
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_setting_that_cannot_work_is_named_and_nothing_secret_repeated(string setting)
    {
        var fault = Cases[setting].ShouldHaveSingleItem();

        fault.ShouldStartWith(setting + ":");
        fault.ShouldNotContain("hush");
        fault.ShouldNotContain("nowhere");
    }

    [Fact]
    public void The_defaults_work() => new WorkerOptions().Faults().Concat(new MarketOptions().Faults()).Concat(new NotificationOptions().Faults()).ShouldBeEmpty();

    [Fact]
    public async Task A_secret_is_what_is_set_or_where_it_is_and_never_shows_itself()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "hush\n", TestContext.Current.CancellationToken);

        Secret.Of("hush")!.Reveal().ShouldBe("hush");
        Secret.Of($"file:{file}")!.Reveal().ShouldBe("hush");
        Secret.Of("env:PATH")!.Reveal().ShouldBe(Environment.GetEnvironmentVariable("PATH"));
        Secret.Of(null).ShouldBeNull();
        $"{Secret.Of("hush")}".ShouldBe("***");
        System.Text.Json.JsonSerializer.Serialize(Secret.Of("hush")).ShouldBe("{}");

        File.Delete(file);
    }
}
