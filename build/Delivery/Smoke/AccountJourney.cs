using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinanceHub.Delivery.Smoke;

/// <summary>What a customer does on the first day: sign up, open a portfolio, enter a purchase, look at its value. Removes the account at the end.</summary>
internal sealed class AccountJourney(Uri api, SmokeClient client, SmokeRun run)
{
    public const string SignUp = "sign-up";
    public const string SignIn = "sign-in";
    public const string Portfolio = "portfolio";
    public const string Activity = "activity";
    public const string Valuation = "valuation";
    public const string CleanUp = "clean-up";

    private static readonly TimeSpan CleanUpTimeout = TimeSpan.FromSeconds(5);

    public async Task RunAsync()
    {
        // Not a person's address: .invalid never resolves.
        var email = $"smoke-{Guid.NewGuid():N}@financehub.invalid";
        var password = "Smoke-1-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var credentials = () => new JsonObject { ["email"] = email, ["password"] = password };
        if (!await run.CheckAsync(SignUp, async stop => (await client.SendAsync(HttpMethod.Post, At("auth/register"), 201, credentials(), stop)).Dispose()))
        {
            // Answered too late or by another release, it may have been done all the same.
            await run.CheckAsync(CleanUp, _ => FindAndRemoveAccountAsync(credentials()));
            return;
        }

        var signedIn = await run.CheckAsync(SignIn, stop => SignInAsync(credentials(), stop));
        if (signedIn)
        {
            await UsePortfolioAsync();
        }

        await run.CheckAsync(CleanUp, _ => RemoveAccountAsync(signedIn ? null : credentials()));
    }

    private async Task SignInAsync(JsonObject credentials, CancellationToken stop)
    {
        var answer = await client.JsonAsync(HttpMethod.Post, At("auth/sign-in"), 200, credentials, stop);
        client.SignIn(answer.GetProperty("accessToken").GetString() ?? throw new SmokeMismatchException("the access token is null"));
    }

    private async Task UsePortfolioAsync()
    {
        var id = "";
        var done = await run.CheckAsync(Portfolio, async stop =>
        {
            var created = await client.JsonAsync(HttpMethod.Post, At("portfolios"), 201, new JsonObject { ["name"] = "Smoke", ["currency"] = "EUR" }, stop);
            id = created.GetProperty("id").ToString();
            var listed = await client.JsonAsync(HttpMethod.Get, At("portfolios"), 200, null, stop);
            Expect(listed.EnumerateArray().Any(portfolio => portfolio.GetProperty("id").ToString() == id), "the new portfolio is not in the list");
        });
        done = done && await run.CheckAsync(Activity, async stop =>
        {
            var purchase = new JsonObject
            {
                ["date"] = "2026-01-05",
                ["type"] = "BUY",
                ["symbol"] = "ACME",
                ["quantity"] = 10,
                ["unitPrice"] = 100,
                ["currency"] = "EUR",
                ["fee"] = 1,
            };
            // Which instruments there are is the price provider's to say, not the release's.
            (await client.SendAsync(HttpMethod.Post, At($"portfolios/{id}/activities?allowUnknownSymbols=true"), 201, purchase, stop)).Dispose();
            var answer = await client.JsonAsync(HttpMethod.Get, At($"portfolios/{id}/activities"), 200, null, stop);
            // A rollback goes back to a release that answers with the list itself.
            var listed = answer.ValueKind == JsonValueKind.Array ? answer : answer.GetProperty("items");
            Expect(listed.GetArrayLength() == 1, $"expected 1 activity, found {listed.GetArrayLength()}");
        });
        if (done)
        {
            await run.CheckAsync(Valuation, async stop => Value(await client.JsonAsync(HttpMethod.Get, At($"portfolios/{id}/holdings"), 200, null, stop)));
        }
    }

    /// <summary>A price may be unknown yet, but then the answer must say why; a value that is shown must be the product.</summary>
    private static void Value(JsonElement holdings)
    {
        var list = holdings.GetProperty("holdings");
        Expect(list.GetArrayLength() == 1, $"expected 1 holding, found {list.GetArrayLength()}");
        var holding = list[0];
        Expect(holding.GetProperty("symbol").GetString() == "ACME", "the holding is not of ACME");
        var quantity = holding.GetProperty("quantity").GetDecimal();
        Expect(quantity == 10, $"expected a quantity of 10, found {quantity}");
        var price = holding.GetProperty("price");
        if (price.ValueKind == JsonValueKind.Null)
        {
            Expect(holding.GetProperty("unavailable").ValueKind == JsonValueKind.String, "there is neither a price nor a reason why not");
            return;
        }

        var value = holding.GetProperty("marketValue").GetDecimal();
        Expect(Math.Abs(value - (quantity * price.GetDecimal())) < 0.01m, $"the value is {value}, expected {quantity} times {price}");
    }

    /// <summary>Also when the suite was cancelled or ran out of time: nothing of it may stay.</summary>
    /// <param name="credentials">To sign in with first, if that did not work before; else null.</param>
    private async Task RemoveAccountAsync(JsonObject? credentials)
    {
        using var own = new CancellationTokenSource(CleanUpTimeout);
        if (credentials is not null)
        {
            await SignInAsync(credentials, own.Token);
        }

        (await client.SendAsync(HttpMethod.Delete, At("auth/account"), 204, null, own.Token)).Dispose();
    }

    /// <summary>Whoever answers: what matters here is that nothing stays.</summary>
    private async Task FindAndRemoveAccountAsync(JsonObject credentials)
    {
        using var anybody = new SmokeClient(releaseId: null);
        var journey = new AccountJourney(api, anybody, run);
        try
        {
            await journey.RemoveAccountAsync(credentials);
        }
        catch (SmokeMismatchException fault) when (fault.Status == (int)HttpStatusCode.Unauthorized)
        {
            // There is no such account.
        }
    }

    private Uri At(string path) => new(api, $"/api/v1/{path}");

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SmokeMismatchException(otherwise);
        }
    }
}
