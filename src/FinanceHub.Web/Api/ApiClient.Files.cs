using System.Net;
using System.Net.Http.Headers;

namespace FinanceHub.Web.Api;

/// <content>Files that go in and out.</content>
internal sealed partial class ApiClient
{
    public Task<ApiResult<ImportPreview>> UploadAsync(Guid id, Stream file, string? dateFormat)
    {
        var content = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return SendAsync(new(HttpMethod.Post, WithQuery($"portfolios/{id}/imports", ("dateFormat", dateFormat))) { Content = content }, ApiJson.Default.ImportPreview);
    }

    public Task<ImportPreview?> FindImportAsync(Guid id, Guid import, bool allowUnknownSymbols) =>
        GetAsync(WithUnknownSymbols($"portfolios/{id}/imports/{import}", allowUnknownSymbols), ApiJson.Default.ImportPreview);

    public Task<ApiResult<ImportResult>> CommitImportAsync(Guid id, Guid import, bool allowUnknownSymbols) =>
        SendAsync(new(HttpMethod.Post, WithUnknownSymbols($"portfolios/{id}/imports/{import}/commit", allowUnknownSymbols)), ApiJson.Default.ImportResult);

    public Task<ApiProblem?> DiscardImportAsync(Guid id, Guid import) => RefusalOf(new(HttpMethod.Delete, $"portfolios/{id}/imports/{import}"));

    /// <summary>The API's own answer, to be passed on; null if the user has no such portfolio.</summary>
    public async Task<HttpResponseMessage?> ExportAsync(Guid id, string format)
    {
        var answer = await AnswerAsync(new(HttpMethod.Get, $"portfolios/{id}/exports/{format}"));
        if (answer.StatusCode == HttpStatusCode.OK)
            return answer;

        using (answer)
        {
            return answer.StatusCode == HttpStatusCode.NotFound ? null : throw new ApiUnavailableException($"The export was answered with {(int)answer.StatusCode}.");
        }
    }
}
