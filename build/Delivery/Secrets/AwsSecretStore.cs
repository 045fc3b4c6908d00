using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace FinanceHub.Delivery.Secrets;

/// <summary>
/// AWS Secrets Manager, read through the Parameter Store, which hands its secrets out under /aws/reference/secretsmanager
/// (https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html): the caller needs ssm:GetParameter and
/// secretsmanager:GetSecretValue. Region and credentials come from where all AWS tools take them.
/// </summary>
internal sealed class AwsSecretStore(Func<IAmazonSimpleSystemsManagement> connect) : ISecretStore
{
    public const string Prefix = "/aws/reference/secretsmanager/";

    public string Scheme => "aws-sm";

    public string? FaultOf(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || "/_+=.@-".Contains(character, StringComparison.Ordinal))
        ? null
        : "expected the name of a secret: letters, digits and /_+=.@-";

    public async Task<string> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            using var client = connect();
            var answer = await client.GetParameterAsync(new GetParameterRequest { Name = Prefix + name, WithDecryption = true }, cancellation);
            return answer.Parameter.Value is { Length: > 0 } value ? value : throw new SecretUnavailableException("the secret is empty");
        }
        catch (Exception fault) when (fault is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new SecretUnavailableException($"AWS does not give it: {fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}", fault);
        }
    }
}
