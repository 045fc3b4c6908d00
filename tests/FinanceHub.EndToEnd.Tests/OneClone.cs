using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>One clone, compiled once, for every test that does not need a virgin one; its tests run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OneClone : IAsyncLifetime, ICollectionFixture<OneClone>
{
    public const string Name = "one clone";

    internal FreshClone Clone { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Clone = await FreshClone.CreateAsync();

    public ValueTask DisposeAsync() => Clone.DisposeAsync();
}
