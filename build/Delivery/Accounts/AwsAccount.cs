using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace FinanceHub.Delivery.Accounts;

/// <summary>Whose credentials a command has, as AWS itself says (STS GetCallerIdentity, which needs no permission).</summary>
internal static class AwsAccount
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The account that the credentials of this machine belong to, 12 digits.</summary>
    public static Task<string> OfCredentialsAsync(CancellationToken cancellation) =>
        OfAsync(() => new AmazonSecurityTokenServiceClient(new AmazonSecurityTokenServiceConfig { MaxErrorRetry = 1 }), cancellation);

    /// <summary>The account that a client's credentials belong to.</summary>
    /// <exception cref="DeliveryFailure">AWS does not say: <see cref="ExitCode.WrongAccount"/>.</exception>
    public static async Task<string> OfAsync(Func<IAmazonSecurityTokenService> connect, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Timeout);
        try
        {
            using var client = connect();
            return (await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), limit.Token)).Account;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Unknown($"no answer within {Timeout.TotalSeconds:0} s");
        }
        catch (Exception fault) when (fault is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw Unknown(fault.Message.ReplaceLineEndings(" ").TrimEnd('.'));
        }
    }

    private static DeliveryFailure Unknown(string why) =>
        new(ExitCode.WrongAccount, $"Which AWS account the credentials belong to cannot be found out: {why}. See that this says it: aws sts get-caller-identity");
}
