using System.Text;
using System.Text.Json;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class ExportTests(RunningServices services)
{
    private static readonly string[] Hostile =
    [
        "=HYPERLINK(\"http://evil\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1", "'", "'quoted'", "a\"b", "a,b;c", " =1 ", "line\nbreak", "line\r\nbreak", " ", "für 漢字 🎈",
        "Robert'); DROP TABLE \"Activities\";--", "<script>alert(1)</script>",
    ];

    [Fact]
    public async Task What_is_exported_and_imported_is_exported_the_same()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var first = $"portfolios/{await ada.CreatePortfolioAsync()}";
        var second = $"portfolios/{await ada.CreatePortfolioAsync()}";
        await EnterAsync(ada, $"{first}/activities");

        var exported = await ada.GetAsync($"{first}/exports/csv");
        var preview = await ada.UploadAsync($"{second}/imports?allowUnknownSymbols=true", Encoding.UTF8.GetBytes(exported.Text));
        var committed = await ada.PostTextAsync($"{second}/imports/{preview.Json.GetProperty("id").GetString()}/commit?allowUnknownSymbols=true", "");
        committed.Status.ShouldBe(200, preview.Text);
        var again = await ada.GetAsync($"{second}/exports/csv");

        exported.MediaType.ShouldBe("text/csv");
        again.Text.ShouldBe(exported.Text);
        (await NotesAsync(ada, second)).ShouldBe(Hostile, ignoreOrder: true);
        var repeated = await ada.UploadAsync($"{first}/imports", Encoding.UTF8.GetBytes(again.Text));
        (repeated.Json.GetProperty("accepted").GetInt32(), repeated.Json.GetProperty("errorCount").GetInt32()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task No_text_of_an_export_starts_a_formula_and_numbers_keep_their_sign()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var path = $"portfolios/{await ada.CreatePortfolioAsync()}";
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-05", type = "TRANSFER", amount = -5, currency = "EUR", account = "@home", note = "=1+1", externalId = "-x" });

        var lines = (await ada.GetAsync($"{path}/exports/csv")).Text.Split("\r\n");

        lines[0].ShouldBe("date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id,amount,to_account,fee_currency,numerator,denominator", "the column of exchanges is there only where there is one");
        lines[1].ShouldBe("2026-01-05,TRANSFER,,,,EUR,0,0,'@home,'=1+1,'-x,-5,,,,");
    }

    [Fact]
    public async Task JSON_has_the_portfolio_and_everything_in_it()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var path = $"portfolios/{await ada.CreatePortfolioAsync()}";
        await ada.PostAsync($"{path}/activities", Inputs.Purchase);

        var exported = await ada.GetAsync($"{path}/exports/json");

        exported.MediaType.ShouldBe("application/json");
        exported.Json.GetProperty("portfolio").ToString().ShouldBe((await ada.GetAsync(path)).Text);
        exported.Json.GetProperty("activities").ToString().ShouldBe((await ada.GetAsync($"{path}/activities")).Json.GetProperty("items").ToString());
    }

    [Fact]
    public async Task Another_user_exports_nothing()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var bob = await Customer.SignedInAsync(services.CreateApiClient());
        var path = $"portfolios/{await ada.CreatePortfolioAsync()}";

        (await bob.GetAsync($"{path}/exports/csv")).ShouldBeProblem(404);
        (await bob.GetAsync($"{path}/exports/json")).ShouldBeProblem(404);
    }

    private static async Task EnterAsync(Customer ada, string activities)
    {
        object[] entered =
        [
            new { date = "2026-01-02", type = "DEPOSIT", amount = 5000, currency = "EUR", account = "=Broker" },
            new { date = "2026-01-05", type = "BUY", symbol = "-ACME", quantity = 10.5m, unitPrice = 100.10m, currency = "GBp", fee = 1, feeCurrency = "GBP", account = "=Broker", externalId = "+1" },
            new { date = "2026-01-05", type = "BUY", symbol = "-ACME", quantity = 10.5m, unitPrice = 100.10m, currency = "GBp", fee = 1, feeCurrency = "GBP", account = "=Broker" },
            new { date = "2026-01-06", type = "SPLIT", symbol = "-ACME", numerator = 2, denominator = 1, currency = "GBp" },
            new { date = "2026-01-07", type = "SELL", symbol = "-ACME", quantity = 0.000000000001m, unitPrice = 60, fee = 1, currency = "GBP", account = "=Broker" },
            new { date = "2026-01-08", type = "DIVIDEND", symbol = "-ACME", amount = 12.5, tax = 2.5, currency = "GBP" },
            new { date = "2026-01-09", type = "INTEREST", amount = 3, tax = 1, currency = "EUR" },
            new { date = "2026-01-10", type = "FEE", amount = 4, currency = "EUR" },
            new { date = "2026-01-11", type = "TAX", amount = 5, currency = "EUR" },
            new { date = "2026-01-12", type = "WITHDRAWAL", amount = 100, currency = "EUR" },
            new { date = "2026-01-12", type = "WITHDRAWAL", amount = 90, currency = "EUR", exchange = "=FX" },
            new { date = "2026-01-12", type = "DEPOSIT", amount = 100, currency = "USD", exchange = "=FX" },
            new { date = "2026-01-13", type = "TRANSFER", symbol = "-ACME", quantity = 4, currency = "GBP", account = "=Broker", toAccount = "'=Bank" },
            new { date = "2026-01-13", type = "TRANSFER", symbol = "-ACME", quantity = -1, currency = "GBP", account = "'=Bank" },
            new { date = "2026-01-14", type = "TRANSFER", amount = -5, currency = "EUR" },
            new { date = "2026-01-15", type = "RETURN_OF_CAPITAL", symbol = "-ACME", amount = 9, currency = "GBP", account = "=Broker" },
            .. Hostile.Select(note => new { date = "2026-01-16", type = "DEPOSIT", amount = 1, currency = "EUR", note }),
        ];
        foreach (var activity in entered)
        {
            var answer = await ada.PostAsync($"{activities}?allowUnknownSymbols=true", activity);
            answer.Status.ShouldBe(201, $"{JsonSerializer.Serialize(activity)} {answer.Text}");
        }
    }

    private static async Task<IEnumerable<string?>> NotesAsync(Customer ada, string path) =>
        [.. (await ada.GetAsync($"{path}/activities?from=2026-01-16")).Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("note").GetString())];
}

[Collection(ServicesOnSqlite.Name)]
public sealed class ExportOnSqliteTests(ServicesOnSqlite services) : ExportTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class ExportOnPostgreSqlTests(ServicesOnPostgreSql services) : ExportTests(services);
