using System.Collections.Concurrent;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Testing;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using FinanceHub.Worker;
using FinanceHub.Worker.Notifications;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.Hosts.Tests.Worker;

public abstract class WebhookTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private const string Payload = """{"symbol":"ACME","price":100}""";

    private readonly TDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_message_is_posted_with_its_key_and_a_signature_again_and_again_until_it_arrives()
    {
        var got = new ConcurrentQueue<(string Key, string Timestamp, string Signature, string Body)>();
        await using var server = await StubServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers;
            got.Enqueue((headers[WebhookChannel.KeyHeader]!, headers[WebhookChannel.TimestampHeader]!, headers[WebhookChannel.SignatureHeader]!, await reader.ReadToEndAsync(context.RequestAborted)));
            context.Response.StatusCode = got.Count < 3 ? 500 : 204;
        });
        var id = await AddMessageAsync("one");
        await using var worker = Start(server.Address, mostAttempts: 10);

        await Eventually.TrueAsync(async () => (await MessageAsync(id)).DeliveredAt is not null, "the message arrived");

        got.Count.ShouldBe(3);
        foreach (var (key, timestamp, signature, body) in got)
            (key, signature, body).ShouldBe((id.ToString(), WebhookChannel.Signature("hush", timestamp, Payload), Payload));
        (await MessageAsync(id)).Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_that_never_arrives_is_given_up_and_holds_up_no_other()
    {
        var bad = await AddMessageAsync("bad");
        var good = await AddMessageAsync("good");
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers[WebhookChannel.KeyHeader] == bad.ToString() ? 500 : 204;
            return Task.CompletedTask;
        });
        await using var worker = Start(server.Address, mostAttempts: 3);

        await Eventually.TrueAsync(async () => (await MessageAsync(good)).DeliveredAt is not null, "the good one arrived");
        await Eventually.TrueAsync(async () => (await MessageAsync(bad)).AbandonedAt is not null, "the bad one is given up");

        var message = await MessageAsync(bad);
        (message.Attempts, message.LastError, message.DeliveredAt).ShouldBe((3, "The webhook answered 500.", null));
    }

    [Fact]
    public async Task A_webhook_that_is_not_there_is_told_without_its_address()
    {
        var id = await AddMessageAsync("one");
        await using var worker = Start(new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/?token=hush"), mostAttempts: 1);

        await Eventually.TrueAsync(async () => (await MessageAsync(id)).AbandonedAt is not null, "it is given up");

        (await MessageAsync(id)).LastError.ShouldBe("The webhook could not be reached (ConnectionError).");
    }

    private HostFactory<WorkerService> Start(Uri address, int mostAttempts)
    {
        var worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings())
        {
            ["Worker:HeartbeatInterval"] = "00:00:00.100",
            ["Worker:OutboxInterval"] = "00:00:00.050",
            ["Prices:BackfillDays"] = "10",
            ["Notifications:WebhookUrl"] = address.ToString(),
            ["Notifications:WebhookSecret"] = "hush",
            ["Notifications:RetryDelay"] = "00:00:00.010",
            ["Notifications:MostAttempts"] = $"{mostAttempts}",
        });
        _ = worker.Server;
        return worker;
    }

    private async Task<Guid> AddMessageAsync(string subject)
    {
        await using var context = _database.Open();
        var (id, now) = (Guid.CreateVersion7(), DateTime.UtcNow);
        context.Add(new OutboxMessageEntity { Id = id, Kind = OutboxKinds.AlertWebhook, Subject = subject, Payload = Payload, CreatedAt = now, NextAttemptAt = now });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return id;
    }

    private async Task<OutboxMessageEntity> MessageAsync(Guid id)
    {
        await using var context = _database.Open();
        return (await context.OutboxMessages.FindAsync([id], TestContext.Current.CancellationToken))!;
    }
}

public sealed class WebhookOnSqliteTests : WebhookTests<SqliteTestDatabase>;

public sealed class WebhookOnPostgreSqlTests : WebhookTests<PostgreSqlTestDatabase>;
