using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using FinanceHub.Api;
using FinanceHub.Data;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>Lets the database tell how it answers what each route asks: what reads a whole table of customers' data gets slower with every customer.</summary>
public abstract partial class QueryPlanTests<TDatabase>(string explain) : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private static readonly string[] OfCustomers =
    [
        "Accounts", "Activities", "AlertEvents", "Alerts", "DailyValues", "IdempotencyKeys", "Imports", "Portfolios", "Users", "WatchlistItems", "Watchlists",
    ];

    /// <summary>Not a customer's, or no route of the product.</summary>
    private static readonly string[] Elsewhere = ["system/", "docs", "openapi"];

    private static readonly string[] Verbs = ["SELECT", "WITH", "UPDATE", "DELETE"];

    private readonly TDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The tables that a plan reads as a whole.</summary>
    private protected abstract IEnumerable<string> WholeTables(string sql, IReadOnlyList<string> plan);

    private protected virtual void Adapt(Dictionary<string, string> settings)
    {
    }

    [Fact]
    public async Task No_route_reads_a_whole_table_of_customers_data()
    {
        var settings = _database.Settings();
        Adapt(settings);
        var plans = new Plans(explain);
        await using var api = new HostFactory<ApiService>(settings, services => services.ConfigureDbContext<FinanceHubDbContext>(options => options.AddInterceptors(plans)));
        var ada = await Customer.SignedInAsync(api.CreateClient());
        var ids = await UseEverythingAsync(ada);
        foreach (var route in api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsRead))
        {
            var path = Parameter().Replace(route.RoutePattern.RawText!["/api/v1/".Length..], parameter => ids[parameter.Groups["name"].Value]);
            (await ada.GetAsync(path)).Status.ShouldBeOneOf(200, 400);
        }

        var whole = plans.Seen.SelectMany(one => WholeTables(one.Key, one.Value).Intersect(OfCustomers).Select(table => $"{table}: {one.Key}"));

        whole.ShouldBeEmpty();
        plans.Seen.Count.ShouldBeGreaterThan(40, "a test that sees nothing finds nothing");
    }

    [Fact]
    public async Task A_query_that_reads_a_whole_table_is_found()
    {
        var settings = _database.Settings();
        Adapt(settings);
        var plans = new Plans(explain);
        await using var api = new HostFactory<ApiService>(settings, services => services.ConfigureDbContext<FinanceHubDbContext>(options => options.AddInterceptors(plans)));
        await using var scope = api.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<FinanceHubDbContext>().Activities.Where(activity => activity.Note == "x").ToListAsync(TestContext.Current.CancellationToken);

        var (sql, plan) = plans.Seen.ShouldHaveSingleItem();
        WholeTables(sql, plan).ShouldBe(["Activities"]);
    }

    private static bool IsRead(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal)
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        && !Elsewhere.Any(path => endpoint.RoutePattern.RawText.StartsWith($"/api/v1/{path}", StringComparison.Ordinal));

    /// <summary>One of everything, written, changed and deleted again where that can be done.</summary>
    private async Task<Dictionary<string, string>> UseEverythingAsync(Customer ada)
    {
        await using (var context = _database.Open())
        {
            context.Add(new FinanceHub.Data.Prices.InstrumentEntity { Symbol = "ACME", Name = "Acme", Currency = "EUR", PriceBasis = Domain.Instruments.PriceBasis.Raw });
            context.AddRange(Enumerable.Range(0, 3).Select(day => new FinanceHub.Data.Prices.PriceEntity { Symbol = "ACME", Date = new DateOnly(2026, 1, 5 + day), Close = 100 + day }));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var portfolio = $"portfolios/{await ada.CreatePortfolioAsync()}";
        (string Name, string Path, object Body, object Change)[] things =
        [
            ("activityId", $"{portfolio}/activities", Inputs.Purchase, Inputs.Purchase with { fee = 2 }),
            ("accountId", $"{portfolio}/accounts", new { name = "Broker" }, new { name = "Bank" }),
            ("watchlistId", "watchlists", new { name = "Tech" }, new { name = "Toys" }),
            ("alertId", "alerts", new { symbol = "ACME", kind = "PRICE_ABOVE", threshold = 1 }, new { kind = "PRICE_ABOVE", threshold = 2 }),
        ];
        var ids = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = portfolio["portfolios/".Length..], ["symbol"] = "ACME" };
        foreach (var (name, path, body, change) in things)
        {
            var kept = await ada.PostAsync(path, body);
            ids.Add(name, kept.Json.GetProperty("id").GetString()!);
            (await ada.PutAsync($"{path}/{ids[name]}", change, kept.ETag)).Status.ShouldBe(200);
            var second = JsonSerializer.SerializeToNode(body)!;
            if (second["name"] is not null)
                second["name"] = "Another";
            var other = await ada.PostAsync(path, second);
            (await ada.DeleteAsync($"{path}/{other.Json.GetProperty("id").GetString()}", other.ETag!)).Status.ShouldBe(204);
        }

        (await ada.PutAsync($"watchlists/{ids["watchlistId"]}/items/ACME", new { }, null)).Status.ShouldBe(204);
        var file = System.Text.Encoding.UTF8.GetBytes("date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id\n2026-01-06,BUY,ACME,1,100,EUR,,,,,x\n");
        var import = await ada.UploadAsync($"{portfolio}/imports", file);
        ids.Add("importId", import.Json.GetProperty("id").GetString()!);
        (await ada.PostTextAsync($"{portfolio}/imports/{ids["importId"]}/commit", "")).Status.ShouldBe(200);
        (await ada.SendAsync(HttpMethod.Post, $"{portfolio}/activities", Inputs.Purchase, ("Idempotency-Key", "k"))).Status.ShouldBe(201);
        (await ada.GetAsync($"{portfolio}/activities?type=BUY&symbol=ACME&account=Broker&from=2026-01-01&to=2026-02-01&sort=date")).Status.ShouldBe(200);
        (await ada.PostTextAsync("alerts/history/read", "")).Status.ShouldBe(204);
        return ids;
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>Asks for the plan of each statement before it is carried out.</summary>
    private sealed class Plans(string explain) : DbCommandInterceptor
    {
        public ConcurrentDictionary<string, IReadOnlyList<string>> Seen { get; } = new(StringComparer.Ordinal);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await ExplainAsync(command, cancellationToken);
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await ExplainAsync(command, cancellationToken);
            return result;
        }

        private async Task ExplainAsync(DbCommand command, CancellationToken cancellation)
        {
            var sql = command.CommandText;
            // Several statements at once are those that save single rows by their keys.
            if (Seen.ContainsKey(sql) || sql.TrimEnd().TrimEnd(';').Contains(';') || !Verbs.Any(verb => sql.StartsWith(verb, StringComparison.Ordinal)))
                return;
#pragma warning disable CA2100 // What the API itself is about to execute.
            command.CommandText = explain + sql;
            var plan = new List<string>();
            await using (var reader = await command.ExecuteReaderAsync(cancellation))
            {
                while (await reader.ReadAsync(cancellation))
                    plan.Add(reader.GetString(reader.FieldCount - 1));
            }

            command.CommandText = sql;
#pragma warning restore CA2100
            Seen[sql] = plan;
        }
    }
}

public sealed partial class QueryPlanOnSqliteTests() : QueryPlanTests<SqliteTestDatabase>("EXPLAIN QUERY PLAN ")
{
    private protected override IEnumerable<string> WholeTables(string sql, IReadOnlyList<string> plan)
    {
        var tables = Alias().Matches(sql).DistinctBy(match => match.Groups["alias"].Value).ToDictionary(match => match.Groups["alias"].Value, match => match.Groups["table"].Value, StringComparer.Ordinal);
        // With or without an index: in whatever order it reads them, it reads all rows.
        return plan.Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal)).Select(step => step.Split(' ')[1]).Select(name => tables.GetValueOrDefault(name, name));
    }

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"")]
    private static partial Regex Alias();
}

public sealed class QueryPlanOnPostgreSqlTests() : QueryPlanTests<PostgreSqlTestDatabase>("EXPLAIN (FORMAT JSON) ")
{
    // Of small tables it would read all rows whatever indexes there are.
    private protected override void Adapt(Dictionary<string, string> settings) => settings["ConnectionStrings:FinanceHub"] += ";Options=-c enable_seqscan=off";

    private protected override IEnumerable<string> WholeTables(string sql, IReadOnlyList<string> plan)
    {
        using var document = JsonDocument.Parse(string.Join('\n', plan));
        return [.. document.RootElement.EnumerateArray().SelectMany(one => Of(one.GetProperty("Plan")))];
    }

    private static IEnumerable<string> Of(JsonElement node)
    {
        var kind = node.GetProperty("Node Type").GetString()!;
        if (kind == "Seq Scan" || (kind is "Index Scan" or "Index Only Scan" && !node.TryGetProperty("Index Cond", out _)))
            yield return node.GetProperty("Relation Name").GetString()!;
        if (node.TryGetProperty("Plans", out var inner))
        {
            foreach (var table in inner.EnumerateArray().SelectMany(Of))
                yield return table;
        }
    }
}
