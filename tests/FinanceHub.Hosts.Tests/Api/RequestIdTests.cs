using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class RequestIdTests(RunningServices services)
{
    [Theory]
    [InlineData("GET", "/api/v1/portfolios", null, 401)]
    [InlineData("GET", "/api/v1/nothing", null, 404)]
    [InlineData("POST", "/api/v1/auth/register", "{}", 400)]
    [InlineData("POST", "/api/v1/auth/register", "{", 400)]
    [InlineData("POST", "/api/v1/auth/sign-in", """{"email":"nobody@example.org","password":"wrong-wrong-wrong"}""", 401)]
    public async Task An_answer_and_its_problem_document_carry_the_identifier_that_the_request_brought(string method, string path, string? body, int status)
    {
        using var client = services.CreateApiClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Request-Id", "from-the-gateway-1");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode, response.Headers.GetValues("X-Request-Id").ShouldHaveSingleItem()).ShouldBe((status, "from-the-gateway-1"));
        var answer = new Answer(status, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Content.Headers.ContentType?.MediaType);
        answer.ShouldBeProblem(status).Json.GetProperty("requestId").GetString().ShouldBe("from-the-gateway-1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged line")]
    public async Task An_identifier_that_could_forge_a_line_of_the_log_is_replaced(string given)
    {
        using var client = services.CreateApiClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Request-Id", given);

        using var response = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        response.Headers.GetValues("X-Request-Id").ShouldHaveSingleItem().Length.ShouldBe(32);
    }

    [Fact]
    public async Task The_web_adopts_it_too()
    {
        using var browser = services.CreateBrowser();
        browser.DefaultRequestHeaders.Add("X-Request-Id", "from-the-gateway-2");

        using var page = await browser.GetAsync("/sign-in", TestContext.Current.CancellationToken);

        page.Headers.GetValues("X-Request-Id").ShouldBe(["from-the-gateway-2"]);
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class RequestIdOnSqliteTests(ServicesOnSqlite services) : RequestIdTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class RequestIdOnPostgreSqlTests(ServicesOnPostgreSql services) : RequestIdTests(services);
