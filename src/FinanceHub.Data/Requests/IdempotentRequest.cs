using FinanceHub.Data.Portfolios;

namespace FinanceHub.Data.Requests;

/// <summary>A request that must not be carried out twice.</summary>
/// <param name="Key">As the client chose it.</param>
/// <param name="Hash">SHA-256 of the request, in hexadecimal.</param>
/// <param name="Answer">The body of the answer, for whoever repeats the request.</param>
public sealed record IdempotentRequest(string Key, string Hash, Func<ActivityEntity, string> Answer)
{
    private const int Created = 201;

    internal IdempotencyKeyEntity Answered(Guid owner, ActivityEntity added, DateTime now) => new()
    {
        OwnerId = owner,
        Key = Key,
        RequestHash = Hash,
        StatusCode = Created,
        Body = Answer(added),
        CreatedAt = now,
    };
}
