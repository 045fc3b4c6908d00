using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using FinanceHub.Delivery.Secrets;
using FinanceHub.Delivery.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.Delivery.Tests.Secrets;

public sealed class SecretStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_variable_is_read()
    {
        var store = new EnvironmentSecretStore(name => name == "KEY" ? "s3cret" : null);

        (await store.ReadAsync("KEY", Cancellation)).ShouldBe("s3cret");
        (await Should.ThrowAsync<SecretUnavailableException>(() => store.ReadAsync("OTHER", Cancellation))).Message.ShouldContain("export OTHER=");
    }

    [Theory]
    [InlineData("s3cret", "s3cret")]
    [InlineData("s3cret\n", "s3cret")]
    [InlineData("s3cret\r\n", "s3cret")]
    [InlineData(" two\nlines \n", " two\nlines ")]
    public async Task Of_a_file_all_but_the_last_line_end_is_the_secret(string content, string secret)
    {
        File.WriteAllText(_directory["key"], content);

        (await new FileSecretStore().ReadAsync(_directory["key"], Cancellation)).ShouldBe(secret);
    }

    [Fact]
    public async Task A_file_that_cannot_be_the_secret_is_refused()
    {
        var store = new FileSecretStore();
        File.WriteAllText(_directory["empty"], "\n");
        File.WriteAllBytes(_directory["long"], new byte[FileSecretStore.MaximumBytes + 1]);

        (await Should.ThrowAsync<SecretUnavailableException>(() => store.ReadAsync(_directory["empty"], Cancellation))).Message.ShouldContain("the file is empty");
        (await Should.ThrowAsync<SecretUnavailableException>(() => store.ReadAsync(_directory["long"], Cancellation))).Message.ShouldContain("expected at most 65536");
        (await Should.ThrowAsync<SecretUnavailableException>(() => store.ReadAsync(_directory["none"], Cancellation))).Message.ShouldContain("cannot be read");
        (await Should.ThrowAsync<SecretUnavailableException>(() => store.ReadAsync(_directory[""], Cancellation))).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task AWS_is_asked_by_the_name_that_the_parameter_store_gives_secrets()
    {
        await using var aws = await WebStub.StartAsync((context, body) => body.Contains("/aws/reference/secretsmanager/prices/key", StringComparison.Ordinal)
            ? context.Response.WriteAsync("""{"Parameter":{"Name":"x","Type":"SecureString","Value":"s3cret"}}""")
            : RefuseAsync(context));
        var store = new AwsSecretStore(() => Client(aws.Address));

        (await store.ReadAsync("prices/key", Cancellation)).ShouldBe("s3cret");
        (await Should.ThrowAsync<SecretUnavailableException>(() => store.ReadAsync("other", Cancellation))).Message.ShouldContain("AWS does not give it");
    }

    [Fact]
    public async Task AWS_that_cannot_be_reached_is_told()
    {
        var nowhere = (await WebStub.StartAsync((_, _) => Task.CompletedTask)) is var stub ? stub.Address : null;
        await stub.DisposeAsync();
        var store = new AwsSecretStore(() => Client(nowhere!));

        (await Should.ThrowAsync<SecretUnavailableException>(() => store.ReadAsync("prices/key", Cancellation))).Message.ShouldContain("AWS does not give it");
    }

    [Theory]
    [InlineData("env:KEY", null)]
    [InlineData("env:1KEY", "letters, digits and _")]
    [InlineData("file:/run/secrets/key", null)]
    [InlineData("file:secrets/key", "an absolute path")]
    [InlineData("aws-sm:prices/key", null)]
    [InlineData("aws-sm:prices key", "the name of a secret")]
    [InlineData("vault:key", "one that begins with env:, file:, aws-sm:")]
    [InlineData("env:", "one that begins with env:, file:, aws-sm:")]
    [InlineData("hunter2", "one that begins with env:, file:, aws-sm:")]
    public void What_is_no_reference_is_told_without_repeating_it(string text, string? fault)
    {
        var found = SecretStores.Default.FaultOf(SecretReference.Parse(text));

        if (fault is null)
        {
            found.ShouldBeNull();
        }
        else
        {
            found.ShouldNotBeNull().ShouldContain(fault);
            found.ShouldNotContain("hunter2");
        }
    }

    [Fact]
    public void A_secret_in_memory_does_not_print_itself() =>
        $"{new HostSecret("worker", "Market__ApiKey", SecretReference.Parse("env:KEY"), new SecretValue("s3cret"))}".ShouldNotContain("s3cret");

    public void Dispose() => _directory.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static AmazonSimpleSystemsManagementClient Client(Uri address) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonSimpleSystemsManagementConfig { ServiceURL = address.ToString(), AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync("""{"__type":"ParameterNotFound","message":"no such parameter"}""");
    }
}
