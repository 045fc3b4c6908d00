using System.Net;
using System.Text.Json;
using FinanceHub.Api.Csv;
using FinanceHub.Data.Prices;
using FinanceHub.Hosts.Tests.Web.Fake;
using FinanceHub.Web.Imports;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>What forms send to the API, and what they say when it refuses.</summary>
public sealed class FormTests
{
    private static readonly string Portfolio = $"/portfolios/{Sample.PortfolioId}";
    private static readonly string Activity = $"{Portfolio}/activities/{Sample.ActivityId}";

    private static readonly (string, string)[] Purchase =
        [("Input.Date", "2026-01-05"), ("Input.Symbol", "acme"), ("Input.Quantity", "10"), ("Input.UnitPrice", "100"), ("Input.Currency", "EUR"), ("Input.Account", "Main broker")];

    [Fact]
    public async Task An_activity_is_entered_once_however_often_its_form_is_sent()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        var path = $"{Portfolio}/activities/new";
        var form = (await browser.GetAsync(path)).HiddenFields("activity").ToArray();

        await browser.PostAsync(path, [.. form, .. Purchase]);
        (await browser.PostAsync(path, [.. form, .. Purchase])).Location!.ShouldEndWith("/activities?done=entered");

        var sent = site.Api.Requests.Where(request => request.Method == "POST" && request.Path.EndsWith("/activities", StringComparison.Ordinal)).ToList();
        sent.Count.ShouldBe(2);
        sent.Select(request => request.IdempotencyKey).Distinct().ShouldHaveSingleItem().ShouldNotBeNullOrEmpty();
        using var body = JsonDocument.Parse(sent[0].Body);
        body.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(["date", "type", "symbol", "quantity", "unitPrice", "currency", "account"], ignoreOrder: true);
        body.RootElement.GetProperty("symbol").GetString().ShouldBe("ACME");
    }

    [Fact]
    public async Task A_refused_activity_is_marked_at_its_field_and_gets_a_key_of_its_own()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer(
            $"POST portfolios/{Sample.PortfolioId}/activities", HttpStatusCode.BadRequest,
            new { title = "Wrong.", errors = new Dictionary<string, string[]> { ["quantity"] = ["Expected at most 3."], ["account"] = ["Unknown."] } });
        var path = $"{Portfolio}/activities/new";
        var before = (await browser.GetAsync(path)).HiddenFields("activity").ToDictionary();

        var refused = await browser.PostAsync(path, [.. before.Select(field => (field.Key, field.Value)), .. Purchase]);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Html.ShouldContain("aria-describedby=\"Input-Quantity-fault\"");
        refused.Html.ShouldContain("role=\"alert\"");
        refused.Html.ShouldContain("Account: Unknown.");
        refused.Html.ShouldContain("value=\"acme\"");
        refused.HiddenFields("activity").ToDictionary()["Input.Form"].ShouldNotBe(before["Input.Form"]);
        Markup.ShouldBeSound(refused.Html, path);
    }

    [Fact]
    public async Task A_symbol_that_nobody_knows_is_entered_when_it_is_confirmed()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        var path = $"{Portfolio}/activities/new";
        (await browser.GetAsync(path)).Html.ShouldNotContain("UnknownSymbol");
        site.Api.Answer($"POST portfolios/{Sample.PortfolioId}/activities", HttpStatusCode.BadRequest, new { title = "Wrong.", errors = new Dictionary<string, string[]> { ["symbol"] = [InstrumentStore.UnknownText("ACME")] } });

        var refused = await browser.SubmitAsync(path, "activity", Purchase);
        refused.Html.ShouldContain("name=\"Input.UnknownSymbol\"");
        site.Api.Last("POST", "/activities").Query.ShouldBeEmpty();
        Markup.ShouldBeSound(refused.Html, path);

        await browser.PostAsync(path, [.. refused.HiddenFields("activity"), .. Purchase, ("Input.UnknownSymbol", "ACNE")]);
        site.Api.Last("POST", "/activities").Query.ShouldBeEmpty("another one was confirmed");
        await browser.PostAsync(path, [.. refused.HiddenFields("activity"), .. Purchase, ("Input.UnknownSymbol", "ACME")]);
        site.Api.Last("POST", "/activities").Query.ShouldBe("?allowUnknownSymbols=true");
    }

    [Fact]
    public async Task Symbols_of_a_file_that_nobody_knows_are_entered_when_they_are_confirmed()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        var path = $"{Portfolio}/import/{Sample.FaultyImportId}";
        (await browser.GetAsync(path)).Html.ShouldNotContain("unknownSymbols", Case.Sensitive, "nothing is wrong with its symbols");

        site.Api.Answer($"GET portfolios/{Sample.PortfolioId}/imports/{Sample.FaultyImportId}", HttpStatusCode.OK, new
        {
            id = Sample.FaultyImportId,
            rows = 1,
            accepted = 0,
            duplicates = 0,
            errors = new[] { new { row = 2, column = "symbol", message = InstrumentStore.UnknownText("NOBODY"), value = "NOBODY" } },
            errorCount = 1,
            sample = Array.Empty<object>(),
            expiresAt = "2026-11-25T12:00:00Z",
        });
        (await browser.GetAsync(path)).Html.ShouldContain($"href=\"{path}?unknownSymbols=true\"");

        var confirmed = $"{Portfolio}/import/{Sample.ImportId}?unknownSymbols=true";
        (await browser.SubmitAsync(confirmed, "commit")).Location!.ShouldEndWith("?imported=2&duplicates=1");

        site.Api.Last("GET", $"/imports/{Sample.ImportId}").Query.ShouldBe("?allowUnknownSymbols=true");
        site.Api.Last("POST", "/commit").Query.ShouldBe("?allowUnknownSymbols=true");
    }

    [Fact]
    public async Task The_sides_of_a_currency_exchange_are_entered_with_its_name_and_listed_with_it()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        await browser.SubmitAsync($"{Portfolio}/activities/new?type=WITHDRAWAL", "activity", ("Input.Date", "2026-01-05"), ("Input.Amount", "100"), ("Input.Currency", "EUR"), ("Input.Exchange", " FX 1 "));

        using var body = JsonDocument.Parse(site.Api.Last("POST", "/activities").Body);
        body.RootElement.GetProperty("exchange").GetString().ShouldBe("FX 1");
        (await browser.GetAsync($"{Portfolio}/activities/new?type=INTEREST")).Html.ShouldNotContain("Input.Exchange");
        (await browser.GetAsync($"{Portfolio}/activities")).Html.ShouldContain("exchange FX &lt;script&gt;");
    }

    [Fact]
    public async Task An_edit_names_the_revision_that_was_seen()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        var page = await browser.SubmitAsync(Activity, "activity", Purchase);

        page.Location!.ShouldEndWith("/activities?done=changed");
        site.Api.Last("PUT", $"activities/{Sample.ActivityId}").IfMatch.ShouldBe("\"3\"");
    }

    [Fact]
    public async Task An_edit_of_what_was_changed_elsewhere_shows_both_and_can_be_sent_again()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer($"PUT portfolios/{Sample.PortfolioId}/activities/{Sample.ActivityId}", HttpStatusCode.PreconditionFailed);

        var page = await browser.SubmitAsync(Activity, "activity", Purchase);

        page.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        page.Html.ShouldContain("It was changed elsewhere since you opened it");
        page.Html.ShouldContain("98.40");
        page.Html.ShouldContain("value=\"100\"");
        page.HiddenFields("activity").ShouldContain(("Input.Revision", "3"));
    }

    [Theory]
    [InlineData("activities/{activity}/delete", "delete-activity", "activities/{activity}", "")]
    [InlineData("accounts/{account}/delete", "delete-account", "accounts/{account}", "")]
    [InlineData("delete", "delete-portfolio", "", "Long-term savings")]
    public async Task Nothing_of_a_portfolio_is_deleted_before_it_is_confirmed(string page, string form, string deleted, string confirmation)
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        var path = Named($"{Portfolio}/{page}");

        await browser.GetAsync(path);
        site.Api.Requests.ShouldNotContain(request => request.Method == "DELETE");

        (await browser.SubmitAsync(path, form, ("Confirmation", confirmation))).Status.ShouldBe(HttpStatusCode.Found);
        site.Api.Last("DELETE", Named(deleted.Length == 0 ? Sample.PortfolioId.ToString() : deleted)).IfMatch.ShouldStartWith("\"");
    }

    [Theory]
    [InlineData("/portfolios/{portfolio}/activities/{activity}/delete", "delete-activity", "portfolios/{portfolio}/activities/{activity}")]
    [InlineData("/portfolios/{portfolio}/accounts/{account}/delete", "delete-account", "portfolios/{portfolio}/accounts/{account}")]
    [InlineData("/portfolios/{portfolio}/delete", "delete-portfolio", "portfolios/{portfolio}")]
    [InlineData("/watchlists/{watchlist}/delete", "delete-watchlist", "watchlists/{watchlist}")]
    [InlineData("/alerts/{alert}/delete", "delete-alert", "alerts/{alert}")]
    public async Task What_was_changed_elsewhere_is_shown_as_it_is_now_and_deleted_only_when_that_is_confirmed(string page, string form, string deleted)
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer($"DELETE {Named(deleted)}", HttpStatusCode.PreconditionFailed);

        var refused = await browser.SubmitAsync(Named(page), form, ("Confirmation", "Long-term savings"));

        refused.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        refused.Html.ShouldContain("It was changed elsewhere since you opened this page. Above is what it is now; delete it again if that is what you want.");
        refused.HiddenFields(form).ShouldContain(field => field.Name == "Revision");
    }

    [Fact]
    public async Task A_portfolio_and_an_account_go_only_after_their_name_was_typed()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        (await browser.SubmitAsync($"{Portfolio}/delete", "delete-portfolio", ("Confirmation", "yes"))).Html.ShouldContain("Expected &quot;Long-term savings&quot;.");
        (await browser.SubmitAsync("/settings/delete-account", "delete-user", ("Confirmation", "bob@example.org"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        site.Api.Requests.ShouldNotContain(request => request.Method == "DELETE");

        (await browser.SubmitAsync("/settings/delete-account", "delete-user", ("Confirmation", "ada@example.org"))).Location.ShouldBe("http://web.test/");
        (await browser.GetAsync("/portfolios")).Location!.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task What_the_API_will_not_delete_is_told_on_the_page_that_asked()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer($"DELETE portfolios/{Sample.PortfolioId}/accounts/{Sample.AccountId}", HttpStatusCode.Conflict, new { title = "118 activities use this account." });

        var page = await browser.SubmitAsync($"{Portfolio}/accounts/{Sample.AccountId}/delete", "delete-account");

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Html.ShouldContain("118 activities use this account.");
    }

    [Fact]
    public async Task A_form_does_without_the_suggestions_that_it_cannot_get()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        site.Api.Answer("GET instruments", HttpStatusCode.BadRequest);

        foreach (var path in new[] { $"{Portfolio}/activities/new", "/alerts/new", $"/watchlists/{Sample.WatchlistId}" })
            (await browser.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
    }

    [Fact]
    public async Task A_file_is_checked_first_and_entered_once()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        var uploaded = await browser.UploadAsync($"{Portfolio}/import", "import", ("Input.File", "date,type\n"), ("Input.DateFormat", "dd/MM/yyyy"));
        uploaded.Location!.ShouldEndWith($"/import/{Sample.ImportId}");
        var sent = site.Api.Last("POST", "/imports");
        sent.Body.ShouldBe("date,type\n");
        sent.Query.ShouldBe("?dateFormat=dd%2FMM%2Fyyyy");
        site.Api.Requests.ShouldNotContain(request => request.Path.EndsWith("/commit", StringComparison.Ordinal));

        (await browser.SubmitAsync($"{Portfolio}/import/{Sample.ImportId}", "commit")).Location!.ShouldEndWith("?imported=2&duplicates=1");
    }

    [Fact]
    public async Task A_file_with_errors_lists_them_and_cannot_be_entered()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        var page = await browser.GetAsync($"{Portfolio}/import/{Sample.FaultyImportId}");

        page.Html.ShouldContain("Expected 12 fields, found 11.");
        page.Html.ShouldContain("03/04/2026");
        page.Html.ShouldNotContain("value=\"commit\"");
    }

    [Fact]
    public void The_columns_that_the_page_names_are_those_that_an_import_reads()
    {
        Names(ImportColumns.Required).ShouldBe(CsvColumns.Required, ignoreOrder: true);
        Names(ImportColumns.Optional).ShouldBe(CsvColumns.Optional, ignoreOrder: true);

        static IEnumerable<string> Names(IEnumerable<(string Names, string Meaning)> columns) => columns.SelectMany(column => column.Names.Split(", "));
    }

    [Fact]
    public async Task An_export_is_passed_on_as_a_file()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        var csv = await browser.GetAsync($"{Portfolio}/export/csv");

        csv.Html.ShouldStartWith("date,type");
        csv.Headers["Content-Disposition"].ShouldStartWith("attachment");
        csv.Headers["Content-Type"].ShouldStartWith("text/csv");
        (await browser.GetAsync($"/portfolios/{Guid.Empty}/export/json")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("light", "light")]
    [InlineData("\"><script>", "auto")]
    public async Task The_chosen_colours_are_there_from_the_first_byte_on(string chosen, string expected)
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();

        await browser.SubmitAsync("/settings", "theme", ("ChosenTheme", chosen));

        (await browser.GetAsync("/settings")).Html.ShouldContain($"<html lang=\"en\" data-theme=\"{expected}\">");
    }

    [Fact]
    public async Task A_watched_symbol_that_would_lead_to_another_address_is_refused_here()
    {
        await using var site = new FakeSite();
        var browser = await site.SignedInAsync();
        var path = $"/watchlists/{Sample.WatchlistId}";

        (await browser.SubmitAsync(path, "watch", ("Added", ".."))).Status.ShouldBe(HttpStatusCode.BadRequest);
        site.Api.Requests.ShouldNotContain(request => request.Method == "PUT");

        (await browser.SubmitAsync(path, "watch", ("Added", " ^gspc "))).Status.ShouldBe(HttpStatusCode.Found);
        Uri.UnescapeDataString(site.Api.Requests.Last(request => request.Method == "PUT").Path).ShouldEndWith("/items/^GSPC");
        (await browser.SubmitAsync(path, "remove-ACME")).Status.ShouldBe(HttpStatusCode.Found);
        site.Api.Last("DELETE", "/items/ACME").ShouldNotBeNull();
    }

    private static string Named(string path) => path
        .Replace("{portfolio}", Sample.PortfolioId.ToString(), StringComparison.Ordinal)
        .Replace("{watchlist}", Sample.WatchlistId.ToString(), StringComparison.Ordinal)
        .Replace("{alert}", Sample.AlertId.ToString(), StringComparison.Ordinal)
        .Replace("{activity}", Sample.ActivityId.ToString(), StringComparison.Ordinal)
        .Replace("{account}", Sample.AccountId.ToString(), StringComparison.Ordinal);
}
