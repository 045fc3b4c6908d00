using FinanceHub.Api;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class SessionTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
    private HostFactory<ApiService>? _api;

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        _api = new HostFactory<ApiService>(_database.Settings(), services => services.AddSingleton<TimeProvider>(_clock));
    }

    public async ValueTask DisposeAsync()
    {
        await _api!.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_token_expires_and_is_replaced_by_one_that_the_refresh_token_gives()
    {
        var ada = await SignedInAsync();
        var refresh = (await ada.SignInAsync()).GetProperty("refreshToken").GetString();
        _clock.Advance(TimeSpan.FromHours(9));
        (await ada.GetAsync("me")).ShouldBeProblem(401);

        var refreshed = await ada.PostAsync("auth/refresh", new { refreshToken = refresh });

        refreshed.Status.ShouldBe(200, refreshed.Text);
        refreshed.Json.EnumerateObject().Select(field => field.Name).ShouldBe(["tokenType", "accessToken", "expiresIn", "refreshToken"]);
        ada.Use(refreshed.Json);
        (await ada.GetAsync("me")).Json.GetProperty("email").GetString().ShouldBe(ada.Email);
    }

    [Fact]
    public async Task A_refresh_token_expires()
    {
        var ada = await SignedInAsync();
        var refresh = (await ada.SignInAsync()).GetProperty("refreshToken").GetString();
        _clock.Advance(TimeSpan.FromDays(15));

        (await ada.PostAsync("auth/refresh", new { refreshToken = refresh })).ShouldBeProblem(401);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task What_is_no_refresh_token_refreshes_nothing(string? token)
    {
        var ada = await SignedInAsync();

        (await ada.PostAsync("auth/refresh", new { refreshToken = token })).ShouldBeProblem(401);
    }

    [Fact]
    public async Task An_access_token_and_a_revoked_refresh_token_refresh_nothing()
    {
        var ada = await SignedInAsync();
        var tokens = await ada.SignInAsync();

        (await ada.PostAsync("auth/refresh", new { refreshToken = tokens.GetProperty("accessToken").GetString() })).ShouldBeProblem(401);
        await ada.PostTextAsync("auth/sign-out", "");
        (await ada.PostAsync("auth/refresh", new { refreshToken = tokens.GetProperty("refreshToken").GetString() })).ShouldBeProblem(401);
    }

    [Fact]
    public async Task With_the_password_every_token_changes()
    {
        var ada = await SignedInAsync();
        var refresh = (await ada.SignInAsync()).GetProperty("refreshToken").GetString();

        (await ada.PostAsync("auth/change-password", new { currentPassword = Customer.Password, newPassword = "another-horse-7" })).Status.ShouldBe(204);

        (await ada.GetAsync("me")).ShouldBeProblem(401);
        (await ada.PostAsync("auth/refresh", new { refreshToken = refresh })).ShouldBeProblem(401);
        (await ada.PostAsync("auth/sign-in", ada.Credentials)).ShouldBeProblem(401);
        (await ada.PostAsync("auth/sign-in", new { email = ada.Email, password = "another-horse-7" })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_wrong_with_a_change_of_password_is_told_by_field_and_changes_nothing()
    {
        var ada = await SignedInAsync();

        (await ada.PostAsync("auth/change-password", new { })).ShouldBeProblem(400).Fields.ShouldBe(["currentPassword", "newPassword"]);
        (await ada.PostAsync("auth/change-password", new { currentPassword = Customer.Password, newPassword = "short" })).ShouldBeProblem(400).Fields.ShouldBe(["newPassword"]);
        for (var attempt = 0; attempt < 5; attempt++)
            (await ada.PostAsync("auth/change-password", new { currentPassword = "not-the-password", newPassword = "another-horse-7" })).ShouldBeProblem(400).Fields.ShouldBe(["currentPassword"]);
        (await ada.PostAsync("auth/change-password", new { currentPassword = Customer.Password, newPassword = "another-horse-7" })).ShouldBeProblem(400).Fields.ShouldBe(["currentPassword"]);

        (await ada.GetAsync("me")).Status.ShouldBe(200);
    }

    private Task<Customer> SignedInAsync() => Customer.SignedInAsync(_api!.CreateClient());
}

public sealed class SessionOnSqliteTests : SessionTests<SqliteTestDatabase>;

public sealed class SessionOnPostgreSqlTests : SessionTests<PostgreSqlTestDatabase>;
