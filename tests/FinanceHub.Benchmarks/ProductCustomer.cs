using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinanceHub.Testing;

namespace FinanceHub.Benchmarks;

/// <summary>Somebody who uses the product through its API and its pages.</summary>
internal sealed partial class ProductCustomer(ProductHosts hosts) : IDisposable
{
    private const string Password = "Benchmark-1-password";
    private static readonly string[] Symbols = ["ACME", "BLUTH", "CYBER", "DUFF", "GLOBEX", "HOOLI", "INITECH", "MASSIVE", "OSCORP", "SOYLENT", "STARK", "UMBRELLA", "WAYNE", "WORLDIDX"];

    private readonly HttpClient _api = new() { BaseAddress = hosts.Api };
    private readonly HttpClient _web = new() { BaseAddress = hosts.Web };
    private readonly string _email = $"{Guid.NewGuid():N}@example.org";

    public async Task SignUpAsync()
    {
        var credentials = new { email = _email, password = Password };
        (await _api.PostAsJsonAsync("/api/v1/auth/register", credentials)).EnsureSuccessStatusCode();
        var session = await JsonAsync(await _api.PostAsJsonAsync("/api/v1/auth/sign-in", credentials));
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());

        var page = await _web.GetStringAsync("/sign-in");
        var fields = Hidden().Matches(page).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
        (fields["Input.Email"], fields["Input.Password"]) = (_email, Password);
        (await _web.PostAsync("/sign-in", new FormUrlEncodedContent(fields))).EnsureSuccessStatusCode();
    }

    public async Task<string> OpenPortfolioAsync(string name) =>
        (await JsonAsync(await _api.PostAsJsonAsync("/api/v1/portfolios", new { name, currency = "EUR" }))).GetProperty("id").GetString()!;

    /// <summary>Uploads a file, looks at the preview, books it.</summary>
    public async Task ImportAsync(string portfolio, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        var preview = await JsonAsync(await _api.PostAsync($"/api/v1/portfolios/{portfolio}/imports", content));
        if (preview.GetProperty("errors").GetArrayLength() > 0)
            throw new InvalidOperationException($"The file has errors: {preview.GetProperty("errors")[0]}");
        (await _api.PostAsync($"/api/v1/portfolios/{portfolio}/imports/{preview.GetProperty("id").GetString()}/commit", null)).EnsureSuccessStatusCode();
    }

    /// <summary>Deposits and purchases of 14 instruments in two currencies, spread over the last two years.</summary>
    public static string File(int rows)
    {
        var text = new StringBuilder("date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id\n");
        var (days, last) = (700, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));
        for (var row = 0; row < rows; row++)
        {
            var date = last.AddDays(-days + (row * days / rows));
            var symbol = Symbols[row % Symbols.Length];
            text.AppendLine(row % 10 == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},DEPOSIT,,,{100 + row},EUR,,,,,")
                : string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},BUY,{symbol},{1 + (row % 7)},{20 + (row % 50)}.25,{(row % Symbols.Length is 1 or 2 or 3 ? "USD" : "EUR")},1.50,,,,"));
        }

        return text.ToString();
    }

    /// <summary>Until there is a price for everything that is held.</summary>
    public Task WaitForPricesAsync(string portfolio) => Eventually.TrueAsync(
        async () => (await JsonAsync(await _api.GetAsync($"/api/v1/portfolios/{portfolio}/holdings"))).GetProperty("totalValue").ValueKind == JsonValueKind.Number,
        "everything has a price");

    public async Task<bool> HoldingsAsync(string portfolio)
    {
        using var answer = await _api.GetAsync($"/api/v1/portfolios/{portfolio}/holdings");
        return answer.IsSuccessStatusCode;
    }

    public async Task<bool> DashboardAsync(string portfolio)
    {
        using var answer = await _web.GetAsync($"/portfolios/{portfolio}");
        return answer.IsSuccessStatusCode && answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith(portfolio, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _api.Dispose();
        _web.Dispose();
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
