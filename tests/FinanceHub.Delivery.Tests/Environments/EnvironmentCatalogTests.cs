using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Environments;

public sealed class EnvironmentCatalogTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_is_read_with_its_limits_and_the_defaults_for_what_it_leaves_out()
    {
        _directory.Write("local.json", """{ "platform": "process", "port": 9000, "limits": { "readyTimeout": "00:00:07" } }""");

        var environment = Catalog.Load("local");

        environment.ShouldBe(new DeliveryEnvironment
        {
            Name = "local",
            Platform = PlatformKind.Process,
            Address = "127.0.0.1",
            Port = 9000,
            Limits = new EnvironmentLimits { ReadyTimeout = TimeSpan.FromSeconds(7) },
        });
    }

    [Fact]
    public void Secrets_and_notifications_are_references()
    {
        _directory.Write("staging.json", """{ "platform": "process", "secrets": { "worker": { "Market__ApiKey": "env:MARKET_KEY" } }, "notifications": { "slackWebhook": "aws-sm:slack" } }""");

        var environment = Catalog.Load("staging");

        environment.Secrets["worker"]["Market__ApiKey"].ToString().ShouldBe("env:MARKET_KEY");
        environment.Notifications.SlackWebhook!.ToString().ShouldBe("aws-sm:slack");
    }

    [Theory]
    [InlineData("""{ "worker": {} }, "awsAccount": "12345" """, "awsAccount is '12345', expected 12 digits")]
    [InlineData("""{ "wroker": { "Market__ApiKey": "env:KEY" } }""", "secrets.wroker is for no host. Did you mean")]
    [InlineData("""{ "worker": { "ApiKey": "env:KEY" } }""", "secrets.worker.ApiKey is no setting")]
    [InlineData("""{ "api": { "connectionStrings__financeHub": "env:HUNTER2" } }""", "secrets.api.connectionStrings__financeHub is set by the platform itself")]
    [InlineData("""{ "worker": { "Market__ApiKey": "env:A", "MARKET__APIKEY": "env:HUNTER2" } }""", "secrets.worker has Market__ApiKey and MARKET__APIKEY, which are one setting")]
    [InlineData("""{ "worker": { "Market__ApiKey": null } }""", "secrets.worker.Market__ApiKey is not a reference to a secret")]
    [InlineData("""{ "worker": null, "wroker": null }""", "secrets.wroker is for no host")]
    [InlineData("""{ "worker": { "Market__ApiKey": "postgres://user:hunter2@host" } }""", "secrets.worker.Market__ApiKey is not a reference to a secret")]
    [InlineData("""{ "worker": { "Market__ApiKey": "hunter2" } }""", "secrets.worker.Market__ApiKey is not a reference to a secret")]
    [InlineData("""{ "worker": { "Market__ApiKey": "file:key" } }""", "expected an absolute path")]
    public void A_secret_written_where_its_reference_belongs_is_refused_and_not_repeated(string secrets, string fault)
    {
        _directory.Write("staging.json", $$"""{ "platform": "process", "secrets": {{secrets}} }""");

        var failure = Should.Throw<DeliveryFailure>(() => Catalog.Load("staging"));

        failure.Code.ShouldBe(ExitCode.MalformedConfiguration);
        failure.Message.ShouldContain(fault);
        failure.Message.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("staging", "", ConfirmationPolicy.Rollback)]
    [InlineData("staging", ", \"confirm\": \"always\"", ConfirmationPolicy.Always)]
    [InlineData("local", ", \"confirm\": \"never\"", ConfirmationPolicy.Never)]
    [InlineData("prod", "", ConfirmationPolicy.Always)]
    public void What_asks_first_is_said_by_the_file_and_else_by_the_name(string name, string confirm, ConfirmationPolicy expected)
    {
        _directory.Write($"{name}.json", $$"""{ "platform": "process"{{confirm}} }""");

        Catalog.Load(name).Confirm.ShouldBe(expected);
    }

    [Fact]
    public void Production_cannot_be_told_not_to_ask()
    {
        _directory.Write("prod.json", """{ "platform": "process", "confirm": "never" }""");

        var failure = Should.Throw<DeliveryFailure>(() => Catalog.Load("prod"));

        failure.Code.ShouldBe(ExitCode.MalformedConfiguration);
        failure.Message.ShouldContain("prod always asks");
    }

    [Fact]
    public void An_unknown_environment_is_a_usage_error_that_names_the_nearest_and_all_known_ones()
    {
        _directory.Write("local.json", """{ "platform": "process" }""");
        _directory.Write("staging.json", """{ "platform": "process" }""");

        var failure = Should.Throw<DeliveryFailure>(() => Catalog.Load("lcoal"));

        failure.Code.ShouldBe(ExitCode.Usage);
        failure.ToString().ShouldBe("There is no environment 'lcoal'. Did you mean 'local'? Known: local, staging.");
    }

    [Fact]
    public void A_name_that_resembles_nothing_gets_no_suggestion()
    {
        _directory.Write("local.json", """{ "platform": "process" }""");

        Should.Throw<DeliveryFailure>(() => Catalog.Load("production")).Message.ShouldBe("There is no environment 'production'. Known: local.");
    }

    [Fact]
    public void A_malformed_file_is_named_with_line_and_column()
    {
        var file = _directory.Write("local.json", "{\n  \"platform\": \"process\",\n  \"port\": 80x\n}");

        var failure = Should.Throw<DeliveryFailure>(() => Catalog.Load("local"));

        failure.Code.ShouldBe(ExitCode.MalformedConfiguration);
        failure.Message.ShouldStartWith($"{file}:3:13: ");
        failure.Message.ShouldNotContain("System.");
        failure.Message.ShouldNotContain("BytePositionInLine");
    }

    [Fact]
    public void An_unknown_key_is_named_with_the_nearest_known_one()
    {
        var file = _directory.Write("local.json", "{\n  \"platform\": \"process\",\n  \"prot\": 8080\n}");

        var failure = Should.Throw<DeliveryFailure>(() => Catalog.Load("local"));

        failure.Code.ShouldBe(ExitCode.MalformedConfiguration);
        failure.Message.ShouldStartWith($"{file}:3:");
        failure.Message.ShouldContain("unknown key 'prot'. Did you mean 'port'?");
    }

    [Theory]
    [InlineData("""{ "platform": "docker" }""", "platform")]
    [InlineData("""{ "port": 8080 }""", "platform")]
    [InlineData("""{ "platform": "process", "limits": { "readyTimeout": "soon" } }""", "limits.readyTimeout")]
    [InlineData("null", "expected an object")]
    public void A_value_that_does_not_fit_names_its_key(string content, string expected)
    {
        _directory.Write("local.json", content);

        var failure = Should.Throw<DeliveryFailure>(() => Catalog.Load("local"));

        failure.Code.ShouldBe(ExitCode.MalformedConfiguration);
        failure.Message.ShouldContain(expected);
    }

    [Fact]
    public void Values_out_of_range_are_told_all_at_once()
    {
        _directory.Write("local.json", """{ "platform": "process", "address": "here", "port": 70000, "limits": { "drainTimeout": "-00:00:01", "releasesKept": 1 } }""");

        var message = Should.Throw<DeliveryFailure>(() => Catalog.Load("local")).Message;

        message.ShouldContain("address is 'here'");
        message.ShouldContain("port is 70000");
        message.ShouldContain("limits.drainTimeout is -00:00:01");
        message.ShouldContain("limits.releasesKept is 1");
    }

    private EnvironmentCatalog Catalog => new(_directory.Root);
}
