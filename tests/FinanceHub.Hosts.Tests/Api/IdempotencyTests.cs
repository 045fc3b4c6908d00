using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class IdempotencyTests(RunningServices services)
{
    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_is_carried_out_once()
    {
        var (ada, activities) = await WithPortfolioAsync();

        var first = await PostAsync(ada, activities, Inputs.Purchase, "key");
        var second = await PostAsync(ada, activities, Inputs.Purchase, "key");

        first.Status.ShouldBe(201, first.Text);
        (second.Status, second.Text, second.ETag).ShouldBe((first.Status, first.Text, first.ETag));
        (await CountAsync(ada, activities)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_carried_out_and_all_get_its_answer()
    {
        var (ada, activities) = await WithPortfolioAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(ada, activities, Inputs.Purchase, "key")));

        answers.ShouldAllBe(answer => answer.Status == 201);
        answers.Select(answer => answer.Text).Distinct().Count().ShouldBe(1);
        (await CountAsync(ada, activities)).ShouldBe(1);
    }

    [Fact]
    public async Task A_key_of_another_request_is_refused()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var elsewhere = $"portfolios/{await ada.CreatePortfolioAsync()}/activities";
        await PostAsync(ada, activities, Inputs.Purchase, "key");

        (await PostAsync(ada, activities, Inputs.Purchase with { quantity = 11 }, "key")).ShouldBeProblem(422);
        (await PostAsync(ada, elsewhere, Inputs.Purchase, "key")).ShouldBeProblem(422);

        (await CountAsync(ada, activities)).ShouldBe(1);
        (await CountAsync(ada, elsewhere)).ShouldBe(0);
    }

    [Fact]
    public async Task Of_the_same_key_on_many_portfolios_at_once_one_is_carried_out()
    {
        var (ada, _) = await WithPortfolioAsync();
        var paths = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => $"portfolios/{await ada.CreatePortfolioAsync()}/activities"));

        var answers = await Task.WhenAll(paths.Select(path => PostAsync(ada, path, Inputs.Purchase, "key")));

        answers.Select(answer => answer.Status).Order().ShouldBe([201, 422, 422, 422, 422, 422]);
    }

    [Fact]
    public async Task What_was_refused_can_be_repeated_and_keys_of_others_do_not_matter()
    {
        var (ada, activities) = await WithPortfolioAsync();
        var (bob, others) = await WithPortfolioAsync();
        var sale = Inputs.Purchase with { type = "SELL", date = "2026-01-06" };
        (await PostAsync(ada, activities, sale, "key")).ShouldBeProblem(400);
        await ada.PostAsync(activities, Inputs.Purchase);

        (await PostAsync(ada, activities, sale, "key")).Status.ShouldBe(201);
        (await PostAsync(bob, others, Inputs.Purchase, "key")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_told()
    {
        var (ada, activities) = await WithPortfolioAsync();

        (await PostAsync(ada, activities, Inputs.Purchase, new string('k', 201))).ShouldBeProblem(400).Fields.ShouldBe(["Idempotency-Key"]);
    }

    private static Task<Answer> PostAsync(Customer customer, string path, object body, string key) =>
        customer.SendAsync(HttpMethod.Post, path, body, ("Idempotency-Key", key));

    private static async Task<int> CountAsync(Customer customer, string path) => (await customer.GetAsync(path)).Json.GetProperty("total").GetInt32();

    private async Task<(Customer Customer, string Activities)> WithPortfolioAsync()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        return (ada, $"portfolios/{await ada.CreatePortfolioAsync()}/activities");
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class IdempotencyOnSqliteTests(ServicesOnSqlite services) : IdempotencyTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class IdempotencyOnPostgreSqlTests(ServicesOnPostgreSql services) : IdempotencyTests(services);
