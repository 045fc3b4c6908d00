using FinanceHub.Gateway.Routing;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.Gateway.Tests;

public class ClientBucketTests
{
    [Fact]
    public void A_browser_keeps_the_bucket_of_its_cookie_also_when_it_has_credentials()
    {
        foreach (var bucket in new[] { 0, 7, 99 })
            Of(cookie: $"{bucket}", authorization: "Bearer x").ShouldBe(bucket);
    }

    [Theory]
    [InlineData("100")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("")]
    public void A_cookie_that_is_no_bucket_does_not_count(string cookie) => Of(cookie, "Bearer x").ShouldBe(Of(null, "Bearer x"));

    [Fact]
    public void Credentials_give_every_client_the_same_bucket_each_time_and_spread_clients_evenly()
    {
        Of(null, "Bearer x").ShouldBe(Of(null, "Bearer x"));
        var counts = Enumerable.Range(0, 20_000).Select(client => Of(null, $"Bearer {client}")).CountBy(bucket => bucket).ToDictionary();
        counts.Count.ShouldBe(100);
        counts.Values.ShouldAllBe(count => count > 200 - 90 && count < 200 + 90);
    }

    [Fact]
    public void A_request_with_neither_gets_any_bucket()
    {
        var buckets = Enumerable.Range(0, 20_000).Select(_ => Of(null, null)).ToHashSet();
        buckets.Count.ShouldBe(100);
        buckets.ShouldAllBe(bucket => bucket >= 0 && bucket < 100);
    }

    private static int Of(string? cookie, string? authorization)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null)
            context.Request.Headers.Cookie = $"{ClientBucket.CookieName}={cookie}";
        if (authorization is not null)
            context.Request.Headers.Authorization = authorization;
        return new ClientBucket(context).Value;
    }
}
