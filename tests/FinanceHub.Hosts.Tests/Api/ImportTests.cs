using System.Globalization;
using System.Text;
using FinanceHub.Data.Prices.Offline;
using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class ImportTests(RunningServices services)
{
    private const string Header = "date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id";

    [Fact]
    public async Task A_file_is_looked_at_and_then_booked()
    {
        var (ada, path) = await WithPortfolioAsync();

        var preview = await UploadAsync(ada, path, Header, "2026-01-02,DEPOSIT,,,5000,EUR,,,Broker,,d-1", "2026-01-05,buy,acme,10,100.5,eur,1,,Broker,\"two\nlines\",", "2026-01-06,DIVIDEND,ACME,1,12.5,EUR,,2.5,Broker,,");

        preview.Status.ShouldBe(201, preview.Text);
        Counts(preview).ShouldBe((3, 3, 0, 0));
        preview.Json.GetProperty("sample").EnumerateArray().Select(one => one.GetProperty("row").GetInt32()).ShouldBe([2, 3, 5]);
        preview.Json.GetProperty("sample")[2].GetProperty("activity").GetProperty("amount").GetDecimal().ShouldBe(12.5m);
        (await CountAsync(ada, path)).ShouldBe(0);
        (await ada.GetAsync(ImportPath(path, preview))).Text.ShouldBe(preview.Text);

        var committed = await CommitAsync(ada, path, preview);

        committed.Text.ShouldBe("""{"imported":3,"duplicates":0}""");
        var items = (await ada.GetAsync($"{path}/activities?sort=date")).Json.GetProperty("items");
        (items[1].GetProperty("symbol").GetString(), items[1].GetProperty("note").GetString(), items[1].GetProperty("account").GetString()).ShouldBe(("ACME", "two\nlines", "Broker"));
        (await ada.GetAsync($"{path}/accounts")).Json[0].GetProperty("activities").GetInt32().ShouldBe(3);
        (await ada.PostAsync($"{path}/activities", Inputs.Purchase)).Status.ShouldBe(201);
        (await CommitAsync(ada, path, preview)).ShouldBeProblem(409);
    }

    [Fact]
    public async Task A_file_that_was_booked_is_a_file_of_duplicates()
    {
        var (ada, path) = await WithPortfolioAsync();
        string[] file = [Header, "2026-01-02,DEPOSIT,,,50,EUR,,,,,d-1", "2026-01-03,DEPOSIT,,,7,EUR,,,,,", "2026-01-03,DEPOSIT,,,7.0,EUR,,,,,"];
        (await CommitAsync(ada, path, await UploadAsync(ada, path, file))).Text.ShouldBe("""{"imported":3,"duplicates":0}""");

        var again = await UploadAsync(ada, path, [.. file, "2026-01-03,DEPOSIT,,,7,EUR,,,,a third one,"]);

        Counts(again).ShouldBe((4, 1, 3, 0));
        again.Json.GetProperty("sample").EnumerateArray().Select(one => one.GetProperty("duplicate").GetBoolean()).ShouldBe([true, true, true, false]);
        (await CommitAsync(ada, path, again)).Text.ShouldBe("""{"imported":1,"duplicates":3}""");
        (await CommitAsync(ada, path, await UploadAsync(ada, path, file))).Text.ShouldBe("""{"imported":0,"duplicates":3}""");
    }

    [Fact]
    public async Task What_was_given_the_name_of_an_exchange_since_is_still_a_duplicate_of_the_banks_file()
    {
        var (ada, path) = await WithPortfolioAsync();
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-02", type = "WITHDRAWAL", amount = 50, currency = "EUR", exchange = "FX 1" });

        Counts(await UploadAsync(ada, path, Header, "2026-01-02,WITHDRAWAL,,,50,EUR,,,,,")).ShouldBe((1, 0, 1, 0));
        Counts(await UploadAsync(ada, path, Header + ",exchange", "2026-01-02,WITHDRAWAL,,,50,EUR,,,,,,FX 1", "2026-01-02,DEPOSIT,,,100,USD,,,,,,FX 1")).ShouldBe((2, 1, 1, 0));
    }

    [Fact]
    public async Task One_side_of_an_exchange_takes_the_place_of_no_plain_transfer_of_as_much()
    {
        var (ada, path) = await WithPortfolioAsync();
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-02", type = "DEPOSIT", amount = 100, currency = "USD", exchange = "FX 1" });
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-02", type = "WITHDRAWAL", amount = 50, currency = "EUR" });

        var preview = await UploadAsync(ada, path, Header + ",exchange",
            "2026-01-02,WITHDRAWAL,,,50,EUR,,,,,,FX 1", "2026-01-02,DEPOSIT,,,100,USD,,,,,,FX 1", "2026-01-02,WITHDRAWAL,,,50,EUR,,,,,,");

        preview.Json.GetProperty("sample").EnumerateArray().Select(one => one.GetProperty("duplicate").GetBoolean()).ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task A_name_finds_what_was_edited_since_and_is_used_once_in_a_file()
    {
        var (ada, path) = await WithPortfolioAsync();
        await ada.PostAsync($"{path}/activities", new { date = "2026-01-05", type = "DEPOSIT", amount = 1, currency = "EUR", externalId = "a" });

        var preview = await UploadAsync(ada, path, Header, "2026-01-02,DEPOSIT,,,50,EUR,,,,,a", "2026-01-02,DEPOSIT,,,50,EUR,,,,,b", "2026-01-02,DEPOSIT,,,50,EUR,,,,,b", "2026-01-02,DEPOSIT,,,51,EUR,,,,,b");

        Counts(preview).ShouldBe((4, 1, 2, 1));
        Errors(preview).ShouldBe([(5, "external_id")]);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_row_and_column_with_the_value()
    {
        var (ada, path) = await WithPortfolioAsync();

        var preview = await UploadAsync(
            ada,
            path,
            Header,
            "2999-01-01,BUY,ACME,10,100,EUR,,,,,",
            "2026-01-05,BORROW,ACME,10,100,EUR,,,,,",
            "2026-01-05,BUY,ACME,-10,100,EUR,,,,,",
            "2026-01-05,BUY,ACME,10,\"1,000.00\",EUR,,,,,",
            "2026-01-05,BUY,ACME,10,100,Euro,,,,,",
            "2026-01-05,BUY,ACME,10",
            "2026-01-05,DEPOSIT,,2,100,EUR,,,,,",
            "05.01.2026,DEPOSIT,,,x,EUR,1,,,,");

        Errors(preview).ShouldBe([
            (2, "date"), (3, "type"), (4, "quantity"), (5, "unit_price"), (6, "currency"), (7, null), (8, "quantity"), (9, "date"), (9, "fee"), (9, "unit_price"),
        ], ignoreOrder: true);
        var errors = preview.Json.GetProperty("errors").EnumerateArray().ToList();
        errors[3].GetProperty("value").GetString().ShouldBe("1,000.00");
        errors.Single(error => error.GetProperty("row").GetInt32() == 9 && error.GetProperty("column").GetString() == "date").GetProperty("message").GetString()!.ShouldContain("dateFormat");
        (await CommitAsync(ada, path, preview)).ShouldBeProblem(409);
        (await CountAsync(ada, path)).ShouldBe(0);
    }

    [Fact]
    public async Task A_day_before_all_portfolios_and_numbers_beyond_all_sense_are_told_at_their_rows_and_nothing_is_left_out()
    {
        var (ada, path) = await WithPortfolioAsync();

        var preview = await UploadAsync(
            ada,
            path,
            Header,
            "0001-01-01,BUY,ACME,10,100,EUR,,,,,",
            "1899-12-31,DEPOSIT,,,100,EUR,,,,,",
            "2026-01-05,BUY,ACME,-100000000000000000000,1000000000,EUR,,,,,",
            "2026-01-05,BUY,ACME,79228162514264337593543950335,-79228162514264337593543950335,EUR,,,,,",
            "2026-01-06,SELL,ACME,10,100,EUR,,,,,",
            "2026-01-06,DEPOSIT,,,1,EUR,,,,,");

        Errors(preview).ShouldBe([(2, "date"), (3, "date"), (4, "quantity"), (5, "quantity"), (5, "unit_price")], ignoreOrder: true);
        Counts(preview).ShouldBe((6, 2, 0, 5));
        preview.Text.ShouldContain("Expected a date from 1900-01-01 on, found 0001-01-01.");
        (await CommitAsync(ada, path, preview)).ShouldBeProblem(409);
        (await CountAsync(ada, path)).ShouldBe(0);
    }

    [Fact]
    public async Task A_symbol_that_nobody_knows_is_told_at_each_of_its_rows_and_is_booked_once_that_is_confirmed()
    {
        var (ada, path) = await WithPortfolioAsync();
        string[] file = [Header, "2026-01-05,BUY,AMCE,10,100,EUR,,,,,", "2026-01-05,BUY,ACME,10,100,EUR,,,,,", "2026-01-06,SELL,AMCE,11,100,EUR,,,,,"];

        var refused = await UploadAsync(ada, path, file);

        Errors(refused).ShouldBe([(2, "symbol"), (4, "symbol")]);
        (await CommitAsync(ada, path, refused)).ShouldBeProblem(409);
        Errors(await ada.UploadAsync($"{path}/imports?allowUnknownSymbols=true", Lines(file))).ShouldBe([(4, "quantity")]);

        var confirmed = await ada.UploadAsync($"{path}/imports?allowUnknownSymbols=true", Lines(file[..3]));
        Counts(confirmed).ShouldBe((2, 2, 0, 0));
        Counts(await ada.GetAsync(ImportPath(path, confirmed))).ShouldBe((2, 2, 0, 1));
        (await CommitAsync(ada, path, confirmed)).ShouldBeProblem(409);
        (await ada.PostTextAsync($"{ImportPath(path, confirmed)}/commit?allowUnknownSymbols=true", "")).Text.ShouldBe("""{"imported":2,"duplicates":0}""");

        // What is held is known from then on.
        Counts(await UploadAsync(ada, path, Header, "2026-01-06,SELL,AMCE,4,100,EUR,,,,,")).ShouldBe((1, 1, 0, 0));
    }

    [Fact]
    public async Task An_oversell_is_told_at_its_row_also_when_it_is_a_stored_sale_that_cannot_stand()
    {
        var (ada, path) = await WithPortfolioAsync();
        await ada.PostAsync($"{path}/activities", Inputs.Purchase);
        await ada.PostAsync($"{path}/activities", Inputs.Purchase with { type = "SELL", date = "2026-01-20", quantity = 10 });

        var preview = await UploadAsync(ada, path, Header, "2026-01-07,SELL,HOOLI,1,100,EUR,,,,,", "2026-01-02,DEPOSIT,,,1,EUR,,,,,", "2026-01-10,SELL,ACME,4,100,EUR,,,,,");

        Errors(preview).ShouldBe([(2, "quantity"), (4, "quantity")]);
        (await CommitAsync(ada, path, preview)).ShouldBeProblem(409);
        (await CountAsync(ada, path)).ShouldBe(2);
    }

    [Fact]
    public async Task What_changed_after_the_preview_counts_when_it_is_booked()
    {
        var (ada, path) = await WithPortfolioAsync();
        var bought = await ada.PostAsync($"{path}/activities", Inputs.Purchase);
        var preview = await UploadAsync(ada, path, Header, "2026-01-07,SELL,ACME,10,100,EUR,,,,,");
        Counts(preview).ShouldBe((1, 1, 0, 0));
        await ada.DeleteAsync($"{path}/activities/{bought.Json.GetProperty("id").GetString()}", bought.ETag!);

        (await CommitAsync(ada, path, preview)).ShouldBeProblem(409);
        (await CountAsync(ada, path)).ShouldBe(0);
    }

    [Fact]
    public async Task Of_many_who_book_a_file_at_once_one_does()
    {
        var (ada, path) = await WithPortfolioAsync();
        var preview = await UploadAsync(ada, path, Header, "2026-01-02,DEPOSIT,,,1,EUR,,,,,");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CommitAsync(ada, path, preview)));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 409, 409, 409]);
        (await CountAsync(ada, path)).ShouldBe(1);
    }

    [Fact]
    public async Task Columns_stand_in_any_order_between_semicolons_and_the_date_format_is_named()
    {
        var (ada, path) = await WithPortfolioAsync();
        var file = Lines("external_id;note;account;tax;fee;currency;unit_price;quantity;symbol;Type;DATE;amount", ";;;;;EUR;;;;DEPOSIT;05.01.2026;12.5", ";;;;;EUR;;;;DEPOSIT;2026-01-06;1");

        Errors(await ada.UploadAsync($"{path}/imports", file)).ShouldBe([(2, "date")]);
        var preview = await ada.UploadAsync($"{path}/imports?dateFormat=dd.MM.yyyy", file);

        Counts(preview).ShouldBe((2, 2, 0, 0));
        preview.Json.GetProperty("sample")[0].GetProperty("activity").GetProperty("date").GetString().ShouldBe("2026-01-05");
        (await CommitAsync(ada, path, preview)).Status.ShouldBe(200);
        (await ada.UploadAsync($"{path}/imports?dateFormat=yy", file)).ShouldBeProblem(400).Fields.ShouldBe(["dateFormat"]);
    }

    [Fact]
    public async Task Columns_that_are_missing_unknown_or_there_twice_are_named()
    {
        var (ada, path) = await WithPortfolioAsync();

        var preview = await UploadAsync(ada, path, "date,type,symbol,quantity,price,currency,fee,fee,account,note,external_id", "2026-01-02,DEPOSIT,,,1,EUR,,,,,");

        Errors(preview).ShouldBe([(1, "price"), (1, "fee"), (1, "unit_price"), (1, "tax")]);
    }

    [Fact]
    public async Task A_quote_that_is_not_closed_is_told_with_its_row()
    {
        var (ada, path) = await WithPortfolioAsync();

        Errors(await UploadAsync(ada, path, Header, "2026-01-02,DEPOSIT,,,1,EUR,,,,,", "2026-01-02,DEPOSIT,,,1,EUR,,,,\"open,")).ShouldBe([(3, null)]);
    }

    [Theory]
    [MemberData(nameof(NotUtf8))]
    public async Task What_is_not_UTF_8_is_refused(string kind, byte[] file, string reason)
    {
        var (ada, path) = await WithPortfolioAsync();

        var answer = (await ada.UploadAsync($"{path}/imports", file)).ShouldBeProblem(400);

        answer.Json.GetProperty("errors").GetProperty("file")[0].GetString()!.ShouldContain(reason, customMessage: kind);
    }

    public static TheoryData<string, byte[], string> NotUtf8() => new()
    {
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header)], "UTF-16" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Header), "zero byte in line 1" },
        { "Latin-1", Encoding.Latin1.GetBytes(Header + "\n2026-01-02,DEPOSIT,,,1,EUR,,,,für,"), "0xFC in line 2" },
        { "binary", [0x50, 0x4B, 3, 4, 0, 0, 9], "zero byte" },
        { "empty", [], "found nothing" },
    };

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_header()
    {
        var (ada, path) = await WithPortfolioAsync();

        Counts(await ada.UploadAsync($"{path}/imports", [.. Encoding.UTF8.Preamble, .. Lines(Header, "2026-01-02,DEPOSIT,,,1,EUR,,,,für,")])).ShouldBe((1, 1, 0, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_megabytes_are_refused_whether_or_not_their_length_is_told(bool told)
    {
        var (ada, path) = await WithPortfolioAsync();
        using var content = new EndlessContent(50 * 1024 * 1024, told);

        (await ada.SendAsync($"{path}/imports", content)).ShouldBeProblem(413);

        (await CountAsync(ada, path)).ShouldBe(0);
    }

    [Fact]
    public async Task Ten_thousand_rows_of_which_three_are_wrong_are_not_booked_and_are_when_they_are_right()
    {
        var (ada, path) = await WithPortfolioAsync();
        var rows = Enumerable.Range(0, 10_000)
            .Select(index => string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2020, 1, 1).AddDays(index / 5):yyyy-MM-dd},BUY,{OfflineCatalogue.Instruments[index % OfflineCatalogue.Instruments.Count].Symbol},1,{100 + (index % 7)}.25,EUR,1,,Broker,,x-{index}"))
            .ToArray();
        var wrong = rows.ToArray();
        wrong[0] = wrong[0].Replace("BUY", "LEND", StringComparison.Ordinal);
        wrong[4_999] = wrong[4_999].Replace(",1,", ",-1,", StringComparison.Ordinal);
        wrong[9_999] = "2999" + wrong[9_999][4..];

        var refused = await UploadAsync(ada, path, [Header, .. wrong]);
        Errors(refused).Select(error => error.Row).Distinct().ShouldBe([2, 5_001, 10_001]);
        (await CommitAsync(ada, path, refused)).ShouldBeProblem(409);
        (await CountAsync(ada, path)).ShouldBe(0);

        var started = TimeProvider.System.GetTimestamp();
        var preview = await UploadAsync(ada, path, [Header, .. rows]);
        var looked = TimeProvider.System.GetElapsedTime(started);
        (await CommitAsync(ada, path, preview)).Text.ShouldBe("""{"imported":10000,"duplicates":0}""");
        TestContext.Current.TestOutputHelper?.WriteLine($"preview {looked.TotalMilliseconds:0} ms, both {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:0} ms");
        (await CountAsync(ada, path)).ShouldBe(10_000);
    }

    [Fact]
    public async Task More_rows_than_can_be_booked_are_told()
    {
        var (ada, path) = await WithPortfolioAsync();

        var preview = await UploadAsync(ada, path, [Header, .. Enumerable.Repeat("2026-01-02,DEPOSIT,,,1,EUR,,,,,", 20_001)]);

        Errors(preview).ShouldBe([(20_002, null)]);
    }

    [Fact]
    public async Task Another_user_finds_no_import_and_a_deleted_one_is_gone()
    {
        var (ada, path) = await WithPortfolioAsync();
        var (bob, own) = await WithPortfolioAsync();
        var preview = await UploadAsync(ada, path, Header, "2026-01-02,DEPOSIT,,,1,EUR,,,,,");

        (await UploadAsync(bob, path, Header)).ShouldBeProblem(404);
        foreach (var portfolio in new[] { path, own })
        {
            (await bob.GetAsync(ImportPath(portfolio, preview))).ShouldBeProblem(404);
            (await CommitAsync(bob, portfolio, preview)).ShouldBeProblem(404);
            (await bob.DeleteAsync(ImportPath(portfolio, preview))).ShouldBeProblem(404);
        }

        (await ada.DeleteAsync(ImportPath(path, preview))).Status.ShouldBe(204);
        (await CommitAsync(ada, path, preview)).ShouldBeProblem(404);
        (await ada.PostAsync($"{path}/imports", new { })).ShouldBeProblem(415);
    }

    private static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private static Task<Answer> UploadAsync(Customer customer, string path, params string[] lines) => customer.UploadAsync($"{path}/imports", Lines(lines));

    private static string ImportPath(string path, Answer preview) => $"{path}/imports/{preview.Json.GetProperty("id").GetString()}";

    private static Task<Answer> CommitAsync(Customer customer, string path, Answer preview) => customer.PostTextAsync($"{ImportPath(path, preview)}/commit", "");

    private static async Task<int> CountAsync(Customer customer, string path) => (await customer.GetAsync($"{path}/activities")).Json.GetProperty("total").GetInt32();

    private static (int Rows, int Accepted, int Duplicates, int Errors) Counts(Answer preview)
    {
        int Number(string name) => preview.Json.GetProperty(name).GetInt32();
        preview.Status.ShouldBeInRange(200, 201, preview.Text);
        return (Number("rows"), Number("accepted"), Number("duplicates"), Number("errorCount"));
    }

    private static List<(int Row, string? Column)> Errors(Answer preview)
    {
        preview.Status.ShouldBe(201, preview.Text);
        return [.. preview.Json.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString()))];
    }

    private async Task<(Customer Customer, string Path)> WithPortfolioAsync()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        return (ada, $"portfolios/{await ada.CreatePortfolioAsync()}");
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class ImportOnSqliteTests(ServicesOnSqlite services) : ImportTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class ImportOnPostgreSqlTests(ServicesOnPostgreSql services) : ImportTests(services);
