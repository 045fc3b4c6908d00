using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Watchlists;

namespace FinanceHub.Data.Tests.Stores;

public abstract class WatchlistStoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private Guid _owner;

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        _owner = await _database.AddUserAsync("ada@example.org");
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Of_two_lists_of_one_name_begun_at_once_there_is_one()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => CreateAsync("Tech"))));

        made.OfType<CreateWatchlistResult.Created>().ShouldHaveSingleItem();
        made.OfType<CreateWatchlistResult.NameTaken>().ShouldHaveSingleItem();
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_lists_begun_at_once_there_are_so_many_and_no_more()
    {
        for (var i = 0; i < WatchlistStore.MostLists - 2; i++)
            await CreateAsync($"List {i}");

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => CreateAsync($"Another {i}"))));

        made.Count(one => one is CreateWatchlistResult.Created).ShouldBe(2);
        made.Count(one => one is CreateWatchlistResult.Full).ShouldBe(4);
        (await CountAsync()).ShouldBe(WatchlistStore.MostLists);
    }

    [Fact]
    public async Task A_list_holds_so_many_instruments_and_no_more()
    {
        var list = await CreatedAsync("Tech");
        for (var i = 0; i <= WatchlistStore.MostItems; i++)
        {
            await _database.AddInstrumentAsync($"S{i}", "One of many");
            (await AddItemAsync(list.Id, $"S{i}")).ShouldBe(i < WatchlistStore.MostItems ? AddItemResult.Done : AddItemResult.Full);
        }

        (await AddItemAsync(list.Id, "S0")).ShouldBe(AddItemResult.Done, "it is on the list already");
        (await AddItemAsync(list.Id, "NOBODY")).ShouldBe(AddItemResult.UnknownSymbol);
        (await UseAsync(store => store.FindAsync(_owner, list.Id, TestContext.Current.CancellationToken)))!.Items.Count.ShouldBe(WatchlistStore.MostItems);
    }

    [Fact]
    public async Task A_change_on_an_older_revision_is_stale_and_changes_nothing()
    {
        var list = await CreatedAsync("Tech");
        (await RenameAsync(list.Id, "Tools", 0)).ShouldBe(ChangeResult.Done);

        (await RenameAsync(list.Id, "Toys", 0)).ShouldBe(ChangeResult.Stale);
        (await UseAsync(store => store.DeleteAsync(_owner, list.Id, 0, TestContext.Current.CancellationToken))).ShouldBe(ChangeResult.Stale);

        var found = (await UseAsync(store => store.FindAsync(_owner, list.Id, TestContext.Current.CancellationToken)))!;
        (found.Name, found.Revision).ShouldBe(("Tools", 1));
        (await UseAsync(store => store.DeleteAsync(_owner, list.Id, 1, TestContext.Current.CancellationToken))).ShouldBe(ChangeResult.Done);
        (await UseAsync(store => store.DeleteAsync(_owner, list.Id, null, TestContext.Current.CancellationToken))).ShouldBe(ChangeResult.NotFound);
    }

    private Task<CreateWatchlistResult> CreateAsync(string name) => UseAsync(store => store.CreateAsync(_owner, name, TestContext.Current.CancellationToken));

    private async Task<WatchlistEntity> CreatedAsync(string name) => (await CreateAsync(name)).ShouldBeOfType<CreateWatchlistResult.Created>().List;

    private async Task<int> CountAsync() => (await UseAsync(store => store.ListAsync(_owner, TestContext.Current.CancellationToken))).Count;

    private Task<AddItemResult> AddItemAsync(Guid list, string symbol) => UseAsync(store => store.AddItemAsync(_owner, list, symbol, TestContext.Current.CancellationToken));

    private Task<ChangeResult?> RenameAsync(Guid list, string name, long revision) =>
        UseAsync(store => store.RenameAsync(_owner, list, name, revision, TestContext.Current.CancellationToken));

    private async Task<T> UseAsync<T>(Func<WatchlistStore, Task<T>> use)
    {
        await using var context = _database.Open();
        return await use(new WatchlistStore(context, TimeProvider.System));
    }
}

public sealed class WatchlistStoreOnSqliteTests : WatchlistStoreTests<SqliteTestDatabase>;

public sealed class WatchlistStoreOnPostgreSqlTests : WatchlistStoreTests<PostgreSqlTestDatabase>;
