using FinanceHub.Data;
using FinanceHub.Data.Alerts;
using FinanceHub.Data.Outbox;
using FinanceHub.Hosts.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class AccountTests(RunningServices services)
{
    [Fact]
    public async Task An_address_has_one_account_in_whichever_case_it_is_written()
    {
        var ada = new Customer(services.CreateApiClient());
        await ada.PostAsync("auth/register", ada.Credentials);

        (await ada.PostAsync("auth/register", new { email = ada.Email.ToUpperInvariant(), password = Customer.Password })).ShouldBeProblem(409);
    }

    [Fact]
    public async Task Of_two_that_register_the_same_address_at_once_one_succeeds()
    {
        var ada = new Customer(services.CreateApiClient());

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ada.PostAsync("auth/register", ada.Credentials)));

        answers.Select(answer => answer.Status).ShouldBe([201, 409], ignoreOrder: true);
    }

    [Theory]
    [InlineData("ada", "correct-horse-9", new[] { "email" })]
    [InlineData("", "", new[] { "email", "password" })]
    [InlineData("ada@example.org", "short", new[] { "password" })]
    [InlineData(null, null, new[] { "email", "password" })]
    [InlineData("Ada <ada@example.org>", "correct-horse-9", new[] { "email" })]
    [InlineData("a\0da@example.org", "correct-horse-Battery-9", new[] { "email" })]
    public async Task What_is_wrong_with_a_registration_is_told_by_field(string? email, string? password, string[] fields) =>
        (await new Customer(services.CreateApiClient()).PostAsync("auth/register", new { email, password })).ShouldBeProblem(400).Fields.ShouldBe(fields);

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_look_the_same()
    {
        var ada = new Customer(services.CreateApiClient());
        await ada.PostAsync("auth/register", ada.Credentials);

        var wrong = (await ada.PostAsync("auth/sign-in", new { email = ada.Email, password = "not-the-password" })).ShouldBeProblem(401);
        var unknown = (await ada.PostAsync("auth/sign-in", new { email = "nobody@example.org", password = "not-the-password" })).ShouldBeProblem(401);

        wrong.Json.GetProperty("title").GetString().ShouldBe(unknown.Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_does_not_help_either()
    {
        var ada = new Customer(services.CreateApiClient());
        await ada.PostAsync("auth/register", ada.Credentials);
        for (var attempt = 0; attempt < 5; attempt++)
            (await ada.PostAsync("auth/sign-in", new { email = ada.Email, password = "not-the-password" })).ShouldBeProblem(401);

        (await ada.PostAsync("auth/sign-in", ada.Credentials)).ShouldBeProblem(401);
    }

    [Fact]
    public async Task A_token_ends_with_signing_out()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        (await ada.GetAsync("portfolios")).Status.ShouldBe(200);

        (await ada.PostTextAsync("auth/sign-out", "")).Status.ShouldBe(204);

        (await ada.GetAsync("portfolios")).ShouldBeProblem(401);
        await ada.SignInAsync();
        (await ada.GetAsync("portfolios")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task With_the_account_goes_the_token_and_the_address_is_free_again()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        await ada.CreatePortfolioAsync();

        (await ada.DeleteAsync("auth/account")).Status.ShouldBe(204);

        (await ada.PostAsync("portfolios", new { name = "P", currency = "EUR" })).ShouldBeProblem(401);
        (await ada.PostAsync("auth/register", ada.Credentials)).Status.ShouldBe(201);
        await ada.SignInAsync();
        (await ada.GetAsync("portfolios")).Json.GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("POST", "auth/sign-out")]
    [InlineData("DELETE", "auth/account")]
    public async Task Leaving_is_not_lost_when_the_account_is_changed_at_the_same_time(string method, string path)
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        await using var other = services.OpenDatabase();
        await using var change = await other.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        (await other.Users.Where(user => user.Email == ada.Email).ExecuteUpdateAsync(set => set.SetProperty(user => user.ConcurrencyStamp, "another"), TestContext.Current.CancellationToken)).ShouldBe(1);

        var leaving = ada.SendAsync(new HttpMethod(method), path, null, ("X-Test", null));
        // So long that a request which does not wait has read the account as it was before.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await change.CommitAsync(TestContext.Current.CancellationToken);

        (await leaving).Status.ShouldBe(204);
        (await ada.GetAsync("me")).ShouldBeProblem(401);
        (await ada.PostAsync("auth/sign-in", ada.Credentials)).Status.ShouldBe(method == "POST" ? 200 : 401);
    }

    [Fact]
    public async Task With_the_account_goes_what_was_still_to_be_told_about_it_and_what_was_answered_to_it()
    {
        var (ada, bob) = (await Customer.SignedInAsync(services.CreateApiClient()), await Customer.SignedInAsync(services.CreateApiClient()));
        var told = new Dictionary<string, Guid>();
        foreach (var customer in new[] { ada, bob })
        {
            (await customer.SendAsync(HttpMethod.Post, $"portfolios/{await customer.CreatePortfolioAsync()}/activities", Inputs.Purchase, ("Idempotency-Key", "once"))).Status.ShouldBe(201);
            told.Add(customer.Email, await AddMessagesAsync(customer));
        }

        (await ada.DeleteAsync("auth/account")).Status.ShouldBe(204);

        await using var context = services.OpenDatabase();
        (await SubjectsAsync(context, told[ada.Email])).ShouldBe(0);
        (await SubjectsAsync(context, told[bob.Email])).ShouldBe(2);
        (await context.AlertEvents.CountAsync(fired => fired.Id == told[ada.Email], TestContext.Current.CancellationToken)).ShouldBe(0);
        (await context.IdempotencyKeys.CountAsync(key => !context.Users.Any(user => user.Id == key.OwnerId), TestContext.Current.CancellationToken)).ShouldBe(0);
        (await context.IdempotencyKeys.CountAsync(key => context.Users.Any(user => user.Id == key.OwnerId && user.Email == bob.Email), TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private static Task<int> SubjectsAsync(FinanceHubDbContext context, Guid fired) =>
        context.OutboxMessages.CountAsync(message => message.Subject == fired.ToString(), TestContext.Current.CancellationToken);

    /// <summary>That an alert fired, and messages about it that wait for tomorrow.</summary>
    /// <returns>What they are about.</returns>
    private async Task<Guid> AddMessagesAsync(Customer customer)
    {
        await using var context = services.OpenDatabase();
        var owner = await context.Users.SingleAsync(user => user.Email == customer.Email, TestContext.Current.CancellationToken);
        var (id, now) = (Guid.CreateVersion7(), DateTime.UtcNow);
        context.Add(new AlertEventEntity { Id = id, AlertId = Guid.CreateVersion7(), OwnerId = owner.Id, Symbol = "ACME", Kind = AlertKind.PriceAbove, Threshold = 1, PriceDate = Market.Today, Price = 2, FiredAt = now });
        context.AddRange(new[] { OutboxKinds.AlertInApp, OutboxKinds.AlertWebhook }.Select(kind => new OutboxMessageEntity
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Subject = id.ToString(),
            Payload = "{}",
            CreatedAt = now,
            NextAttemptAt = now.AddDays(1),
        }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class AccountOnSqliteTests(ServicesOnSqlite services) : AccountTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class AccountOnPostgreSqlTests(ServicesOnPostgreSql services) : AccountTests(services);
