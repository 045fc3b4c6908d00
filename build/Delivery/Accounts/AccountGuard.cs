using FinanceHub.Delivery.Environments;

namespace FinanceHub.Delivery.Accounts;

/// <summary>Keeps a command from working with the credentials of another account than its environment's: staging's secrets in prod look right until customers see them.</summary>
/// <param name="environment">Says which account it is.</param>
/// <param name="accountAsync">Whose credentials there are.</param>
internal sealed class AccountGuard(DeliveryEnvironment environment, Func<CancellationToken, Task<string>> accountAsync)
{
    private bool _isRight;

    /// <summary>Asks once; nothing is asked where the environment names no account.</summary>
    /// <exception cref="DeliveryFailure">It is another account, or that cannot be found out: <see cref="ExitCode.WrongAccount"/>.</exception>
    public async Task RequireAsync(CancellationToken cancellation)
    {
        if (environment.AwsAccount is not { } expected || _isRight)
        {
            return;
        }

        var found = await accountAsync(cancellation);
        _isRight = found == expected
            ? true
            : throw new DeliveryFailure(ExitCode.WrongAccount, $"'{environment.Name}' is in the AWS account {expected}, but the credentials are of {found}. Take the right ones (AWS_PROFILE), or correct awsAccount in .nuke/environments/{environment.Name}.json.");
    }
}
