using FinanceHub.Data.Users;
using Microsoft.AspNetCore.Identity;

namespace FinanceHub.Api.Auth;

/// <summary>Changes of an account that are right whatever else is changed in it at the same time.</summary>
internal sealed class UserChanges(UserManager<User> users, AccountLock account, OwnedMessages messages)
{
    /// <summary>Revokes every token of the user.</summary>
    public Task RevokeAsync(Guid id, CancellationToken cancellation) => ChangeAsync(id, users.UpdateSecurityStampAsync, cancellation);

    /// <summary>Deletes the user and, with the user's row, everything of theirs.</summary>
    public Task DeleteAsync(Guid id, CancellationToken cancellation) => ChangeAsync(
        id,
        async user =>
        {
            await account.HoldPortfoliosAsync(user.Id, cancellation);
            await messages.DeleteAsync(user.Id, cancellation);
            return await users.DeleteAsync(user);
        },
        cancellation);

    private async Task ChangeAsync(Guid id, Func<User, Task<IdentityResult>> change, CancellationToken cancellation)
    {
        // Held before it is read: whoever else changes the account has done so by then or waits, and nothing is refused as based on an older state.
        await using var transaction = await account.HoldAsync(id, cancellation);
        // Who is gone has no token and no account any more.
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return;
        var result = await change(user);
        if (result.Errors.FirstOrDefault() is { } fault)
            throw new InvalidOperationException($"Expected to change the account {id}, found {fault.Code}: {fault.Description}");
        await transaction.CommitAsync(cancellation);
    }
}
