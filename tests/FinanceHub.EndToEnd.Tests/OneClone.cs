using System.Globalization;
using System.Net;
using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>One clone, compiled once, for every test that does not need a virgin one; its tests run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OneClone : IAsyncLifetime, ICollectionFixture<OneClone>
{
    public const string Name = "one clone";

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(10) };

    internal FreshClone Clone { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Clone = await FreshClone.CreateAsync();

    public ValueTask DisposeAsync() => Clone.DisposeAsync();

    internal Uri Address => new($"http://127.0.0.1:{Clone.Port}");

    /// <summary>What an earlier test left running will do.</summary>
    internal async Task DeployUnlessSomethingRunsAsync()
    {
        if (!await AnswersAsync())
            (await Clone.BuildAsync("Deploy", "--env", "local", "--port", Clone.Port.ToString(CultureInfo.InvariantCulture))).ShouldSucceed();
    }

    internal async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(Address, "/api/v1/system/workers"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens
        }
    }
}
