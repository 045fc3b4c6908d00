using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>Somebody who uses the API.</summary>
internal sealed class Customer(HttpClient client)
{
    public const string Password = "correct-horse-Battery-9";

    public string Email { get; } = $"{Guid.NewGuid():N}@example.org";

    public object Credentials => new { email = Email, password = Password };

    public static async Task<Customer> SignedInAsync(HttpClient client)
    {
        var customer = new Customer(client);
        (await customer.PostAsync("auth/register", customer.Credentials)).Status.ShouldBe(201);
        await customer.SignInAsync();
        return customer;
    }

    /// <returns>The tokens.</returns>
    public async Task<JsonElement> SignInAsync()
    {
        var answer = await PostAsync("auth/sign-in", Credentials);
        answer.Status.ShouldBe(200, answer.Text);
        Use(answer.Json);
        return answer.Json;
    }

    /// <summary>Sends the access token from now on.</summary>
    public void Use(JsonElement tokens) =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("accessToken").GetString());

    public async Task<string> CreatePortfolioAsync(string currency = "EUR") =>
        (await PostAsync("portfolios", new { name = "Retirement", currency })).Json.GetProperty("id").GetString()!;

    public Task<Answer> GetAsync(string path) => AnswerAsync(client.GetAsync($"/api/v1/{path}", TestContext.Current.CancellationToken));

    public Task<Answer> DeleteAsync(string path) => AnswerAsync(client.DeleteAsync($"/api/v1/{path}", TestContext.Current.CancellationToken));

    public Task<Answer> PostAsync(string path, object body) => AnswerAsync(client.PostAsJsonAsync($"/api/v1/{path}", body, TestContext.Current.CancellationToken));

    public async Task<Answer> PostTextAsync(string path, string text, string mediaType = "application/json")
    {
        using var content = new StringContent(text, Encoding.UTF8, mediaType);
        return await AnswerAsync(client.PostAsync($"/api/v1/{path}", content, TestContext.Current.CancellationToken));
    }

    public async Task<Answer> UploadAsync(string path, byte[] file, string mediaType = "text/csv")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await SendAsync(path, content);
    }

    public Task<Answer> SendAsync(string path, HttpContent content) => AnswerAsync(client.PostAsync($"/api/v1/{path}", content, TestContext.Current.CancellationToken));

    public Task<Answer> PutAsync(string path, object body, string? ifMatch) => SendAsync(HttpMethod.Put, path, body, ("If-Match", ifMatch));

    public Task<Answer> DeleteAsync(string path, string ifMatch) => SendAsync(HttpMethod.Delete, path, null, ("If-Match", ifMatch));

    /// <summary>Sends a header with it, unless that is null.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body, (string Name, string? Value) header)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (header.Value is { } value)
            request.Headers.TryAddWithoutValidation(header.Name, value).ShouldBeTrue();
        return await AnswerAsync(client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private static async Task<Answer> AnswerAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        response.Headers.GetValues("X-Release-Id").ShouldBe(["dev"]);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType) { ETag = response.Headers.ETag?.ToString(), RetryAfter = response.Headers.RetryAfter?.ToString() };
    }
}

/// <summary>What the API answered.</summary>
internal sealed record Answer(int Status, string Text, string? MediaType)
{
    /// <summary>The revision of what was answered.</summary>
    public string? ETag { get; init; }

    /// <summary>Seconds to wait.</summary>
    public string? RetryAfter { get; init; }

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The fields that a validation problem names.</summary>
    public IEnumerable<string> Fields => Json.GetProperty("errors").EnumerateObject().Select(one => one.Name);

    /// <summary>Requires a problem document of that status.</summary>
    public Answer ShouldBeProblem(int status)
    {
        Status.ShouldBe(status, Text);
        MediaType.ShouldBe("application/problem+json");
        Json.GetProperty("status").GetInt32().ShouldBe(status);
        Text.ShouldNotContain(" at FinanceHub");
        return this;
    }
}
