namespace FinanceHub.Web.Api;

/// <content>Portfolios and their accounts.</content>
internal sealed partial class ApiClient
{
    public Task<IReadOnlyList<Portfolio>?> ListPortfoliosAsync() => GetAsync("portfolios", ApiJson.Default.IReadOnlyListPortfolio);

    public Task<ApiResult<Portfolio>> CreatePortfolioAsync(NewPortfolio portfolio) =>
        SendAsync(Call(HttpMethod.Post, "portfolios", portfolio, ApiJson.Default.NewPortfolio), ApiJson.Default.Portfolio);

    /// <summary>Null if the user has no such portfolio.</summary>
    public Task<Portfolio?> FindPortfolioAsync(Guid id) => GetAsync($"portfolios/{id}", ApiJson.Default.Portfolio);

    /// <summary>The portfolio and the revision that a change of it must name.</summary>
    public async Task<(Portfolio Portfolio, string? Revision)?> FindPortfolioRevisionAsync(Guid id)
    {
        using var answer = await AnswerAsync(new(HttpMethod.Get, $"portfolios/{id}"));
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;

        return (await ReadAsync(answer, ApiJson.Default.Portfolio), answer.Headers.ETag?.Tag.Trim('"'));
    }

    public Task<ApiProblem?> ChangePortfolioAsync(Guid id, PortfolioChange change, string? revision) =>
        RefusalOf(Call(HttpMethod.Put, $"portfolios/{id}", change, ApiJson.Default.PortfolioChange) with { Revision = revision });

    public Task<ApiProblem?> DeletePortfolioAsync(Guid id, string? revision) => RefusalOf(new(HttpMethod.Delete, $"portfolios/{id}") { Revision = revision });

    public Task<IReadOnlyList<Account>?> ListAccountsAsync(Guid id) => GetAsync($"portfolios/{id}/accounts", ApiJson.Default.IReadOnlyListAccount);

    public Task<ApiProblem?> AddAccountAsync(Guid id, Naming account) =>
        RefusalOf(Call(HttpMethod.Post, $"portfolios/{id}/accounts", account, ApiJson.Default.Naming));

    public Task<ApiProblem?> RenameAccountAsync(Guid id, Guid account, Naming name, string? revision) =>
        RefusalOf(Call(HttpMethod.Put, $"portfolios/{id}/accounts/{account}", name, ApiJson.Default.Naming) with { Revision = revision });

    public Task<ApiProblem?> DeleteAccountAsync(Guid id, Guid account, string? revision) =>
        RefusalOf(new(HttpMethod.Delete, $"portfolios/{id}/accounts/{account}") { Revision = revision });
}
