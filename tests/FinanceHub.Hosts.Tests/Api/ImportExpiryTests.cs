using System.Text;
using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class ImportExpiryTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("date,type,symbol,quantity,unit_price,currency,fee,tax,account,note,external_id\n2026-01-02,DEPOSIT,,,1,EUR,,,,,\n");

    private readonly TDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_file_can_be_booked_for_an_hour_and_is_forgotten_after_a_day()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
        await using var api = new HostFactory<ApiService>(_database.Settings(), services => services.AddSingleton<TimeProvider>(clock));
        var ada = await Customer.SignedInAsync(api.CreateClient());
        var imports = $"portfolios/{await ada.CreatePortfolioAsync()}/imports";
        var first = await ada.UploadAsync(imports, File);
        first.Json.GetProperty("expiresAt").GetDateTime().ShouldBe(new DateTime(2026, 1, 5, 13, 0, 0, DateTimeKind.Utc));
        var path = $"{imports}/{first.Json.GetProperty("id").GetString()}";

        clock.Advance(TimeSpan.FromHours(1));
        (await ada.PostTextAsync($"{path}/commit", "")).ShouldBeProblem(409).Json.GetProperty("detail").GetString()!.ShouldContain("expired");
        (await ada.GetAsync(path)).Status.ShouldBe(200);

        clock.Advance(TimeSpan.FromDays(2));
        await ada.SignInAsync();
        await ada.UploadAsync(imports, File);
        (await ada.GetAsync(path)).ShouldBeProblem(404);
    }
}

public sealed class ImportExpiryOnSqliteTests : ImportExpiryTests<SqliteTestDatabase>;

public sealed class ImportExpiryOnPostgreSqlTests : ImportExpiryTests<PostgreSqlTestDatabase>;
