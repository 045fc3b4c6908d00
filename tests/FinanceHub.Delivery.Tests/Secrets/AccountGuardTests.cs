using Amazon.Runtime;
using Amazon.SecurityToken;
using FinanceHub.Delivery.Accounts;
using FinanceHub.Delivery.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.Delivery.Tests.Secrets;

public sealed class AccountGuardTests
{
    private const string Account = "123456789012";

    [Fact]
    public async Task AWS_is_asked_whose_credentials_they_are()
    {
        await using var aws = await WebStub.StartAsync((context, body) => body.Contains("Action=GetCallerIdentity", StringComparison.Ordinal)
            ? context.Response.WriteAsync($"<GetCallerIdentityResponse><GetCallerIdentityResult><Account>{Account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>")
            : Task.CompletedTask);

        (await AwsAccount.OfAsync(() => Client(aws.Address), Cancellation)).ShouldBe(Account);
    }

    [Fact]
    public async Task An_account_that_AWS_does_not_tell_is_not_the_right_one()
    {
        await using var aws = await WebStub.StartAsync((context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => AwsAccount.OfAsync(() => Client(aws.Address), Cancellation));

        failure.Code.ShouldBe(ExitCode.WrongAccount);
        failure.Message.ShouldContain("aws sts get-caller-identity");
    }

    [Fact]
    public async Task With_the_credentials_of_another_account_nothing_is_deployed_and_the_plan_and_Status_say_so()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        await rig.DeployAsync("1.1.0");
        rig.Environment = rig.Environment with { AwsAccount = Account };
        rig.AwsAccountAsync = _ => Task.FromResult("999999999999");
        var rows = rig.Ledger.Read().Count;

        var failure = await rig.DeployFailingAsync(new StubRelease { Version = "1.2.0" });
        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "1.2.0" }) }, Cancellation);
        var status = await rig.Service().StatusAsync(new StatusRequest(), Cancellation);

        failure.Code.ShouldBe(ExitCode.WrongAccount);
        failure.Message.ShouldContain($"'local' is in the AWS account {Account}, but the credentials are of 999999999999");
        plan.Obstacles.ShouldHaveSingleItem().ShouldContain("999999999999");
        status.Rollback.ShouldNotBeNull().Ready.ShouldBeFalse();
        rig.Ledger.Read().Count.ShouldBe(rows);
        rig.AwsAccountAsync = _ => Task.FromResult(Account);
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static AmazonSecurityTokenServiceClient Client(Uri address) =>
        new(new BasicAWSCredentials("key", "secret"), new AmazonSecurityTokenServiceConfig { ServiceURL = address.ToString(), AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });
}
