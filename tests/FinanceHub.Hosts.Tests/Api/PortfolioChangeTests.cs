using FinanceHub.Hosts.Tests.Hosting;

namespace FinanceHub.Hosts.Tests.Api;

public abstract class PortfolioChangeTests(RunningServices services)
{
    [Theory]
    [InlineData(null, "FIFO")]
    [InlineData("FIFO", "FIFO")]
    [InlineData("average", "AVERAGE")]
    public async Task A_portfolio_has_the_cost_method_that_was_chosen_for_it(string? chosen, string expected)
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());

        var created = await ada.PostAsync("portfolios", new { name = "P", currency = "EUR", costMethod = chosen });

        created.Status.ShouldBe(201, created.Text);
        created.Json.GetProperty("costMethod").GetString().ShouldBe(expected);
    }

    [Fact]
    public async Task A_portfolio_is_renamed_and_accounted_for_in_another_way()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var path = $"portfolios/{await ada.CreatePortfolioAsync()}";
        var before = await ada.GetAsync(path);

        var changed = await ada.PutAsync(path, new { name = "Holidays", costMethod = "AVERAGE" }, before.ETag);

        changed.Status.ShouldBe(200, changed.Text);
        changed.ETag.ShouldNotBe(before.ETag);
        var after = await ada.GetAsync(path);
        (after.Text, after.ETag).ShouldBe((changed.Text, changed.ETag));
        (after.Json.GetProperty("name").GetString(), after.Json.GetProperty("costMethod").GetString()).ShouldBe(("Holidays", "AVERAGE"));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_state_the_second_is_told()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var path = $"portfolios/{await ada.CreatePortfolioAsync()}";
        var etag = (await ada.GetAsync(path)).ETag;
        (await ada.PutAsync(path, new { name = "First", costMethod = "FIFO" }, etag)).Status.ShouldBe(200);

        (await ada.PutAsync(path, new { name = "Second", costMethod = "FIFO" }, etag)).ShouldBeProblem(412);
        (await ada.DeleteAsync(path, etag!)).ShouldBeProblem(412);
        (await ada.DeleteAsync(path)).ShouldBeProblem(428);
        (await ada.PutAsync(path, new { name = "Third", costMethod = "FIFO" }, null)).ShouldBeProblem(428);
        (await ada.PutAsync(path, new { name = "", costMethod = "LIFO" }, "*")).ShouldBeProblem(400).Fields.ShouldBe(["costMethod", "name"]);

        (await ada.GetAsync(path)).Json.GetProperty("name").GetString().ShouldBe("First");
    }

    [Fact]
    public async Task A_deleted_portfolio_is_gone_with_everything_in_it()
    {
        var ada = await Customer.SignedInAsync(services.CreateApiClient());
        var path = $"portfolios/{await ada.CreatePortfolioAsync()}";
        await ada.PostAsync($"{path}/activities", Inputs.Purchase);

        (await ada.DeleteAsync(path, (await ada.GetAsync(path)).ETag!)).Status.ShouldBe(204);

        (await ada.GetAsync(path)).ShouldBeProblem(404);
        (await ada.GetAsync($"{path}/activities")).ShouldBeProblem(404);
        (await ada.DeleteAsync(path)).ShouldBeProblem(404);
    }
}

[Collection(ServicesOnSqlite.Name)]
public sealed class PortfolioChangeOnSqliteTests(ServicesOnSqlite services) : PortfolioChangeTests(services);

[Collection(ServicesOnPostgreSql.Name)]
public sealed class PortfolioChangeOnPostgreSqlTests(ServicesOnPostgreSql services) : PortfolioChangeTests(services);
