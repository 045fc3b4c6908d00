using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Secrets;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Secrets;

public sealed class HostSecretTests
{
    private const string Secret = "s3cret/of the worker";

    [Fact]
    public async Task A_host_gets_its_secret_and_nothing_that_is_written_holds_it()
    {
        await using var rig = new Rig();
        UseSecret(rig, Secret);

        await rig.DeployAsync("1.0.0");

        using var client = new HttpClient();
        var worker = rig.Instances.Single(instance => instance.Name.Service == "worker");
        (await VariablesAsync(client, worker.Address!))["Market__ApiKey"].ShouldBe(Secret);
        (await VariablesAsync(client, rig.Instances.Single(instance => instance.Name.Service == "api").Address!)).ShouldNotContainKey("Market__ApiKey");
        (await client.PostAsync(new Uri(worker.Address!, $"/stub/log?lines=1&prefix={Uri.EscapeDataString($"key {Secret} used")}"), null, Cancellation)).EnsureSuccessStatusCode();
        await Eventually.TrueAsync(() => worker.Supervised.ReadLogTail(5).Contains("key [REDACTED] used 1"), "the line is in the log, without the secret");
        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "1.1.0" }) }, Cancellation);
        plan.Obstacles.ShouldBeEmpty();
        rig.Environment = rig.Environment with { Secrets = Secrets("env:PATH") };
        await rig.DeployAsync("1.0.0");
        rig.Said.ShouldContain("It runs with other settings than .nuke/environments/local.json says now (worker Market__ApiKey)");
        UseSecret(rig, Secret);
        await rig.DeployAsync("1.1.0");
        await rig.RollbackAsync();
        FilesWith(rig, Secret).ShouldBeEmpty();
        FilesWith(rig, "file:").ShouldNotBeEmpty("the reference is what is kept");
        rig.Said.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_supervisor_restarts_its_host_with_the_secret()
    {
        await using var rig = new Rig();
        UseSecret(rig, Secret);
        await rig.DeployAsync("1.0.0");
        using var client = new HttpClient();
        var worker = rig.Instances.Single(instance => instance.Name.Service == "worker");

        await client.PostAsync(new Uri(worker.Address!, "/stub/crash"), null, Cancellation).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        await Eventually.TrueAsync(() => worker.Supervised.ReadStatus()?.Restarts == 1, "the worker is restarted");
        await Eventually.TrueAsync(() => worker.IsRunning, "the worker is ready again");
        (await VariablesAsync(client, worker.Address!))["Market__ApiKey"].ShouldBe(Secret);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_stops_a_deploy_before_anything_is_touched()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("1.1.0");
        rig.Environment = rig.Environment with { Secrets = Secrets("file:/no/such/file", "env:FINANCEHUB_TEST_UNSET") };
        var rows = rig.Ledger.Read().Count;

        var plan = await rig.Service().PlanDeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "1.2.0" }) }, Cancellation);
        var failure = await rig.DeployFailingAsync(new StubRelease { Version = "1.2.0" });
        var rollback = await Should.ThrowAsync<DeliveryFailure>(() => rig.RollbackAsync());
        var status = await rig.Service().StatusAsync(new StatusRequest(), Cancellation);

        failure.Code.ShouldBe(ExitCode.SecretUnavailable);
        failure.Message.ShouldContain("Market__ApiKey of worker is file:/no/such/file, but the file cannot be read");
        failure.Message.ShouldContain("Market__Other of worker is env:FINANCEHUB_TEST_UNSET, but the environment variable FINANCEHUB_TEST_UNSET is not set here");
        plan.Obstacles.ShouldHaveSingleItem().ShouldBe(failure.Message);
        rollback.Code.ShouldBe(ExitCode.SecretUnavailable);
        status.Rollback!.Ready.ShouldBeFalse();
        status.Rollback.Because.ShouldContain("Market__Other of worker");
        rig.Ledger.Read().Count.ShouldBe(rows);
        (await rig.ServedAsync()).ShouldBe(second.ReleaseId);
        rig.Environment = rig.Environment with { Secrets = new DeliveryEnvironment { Name = "none", Platform = PlatformKind.Process }.Secrets };
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);
    }

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("rotated since", false)]
    public async Task Hosts_that_are_kept_warm_are_used_only_with_the_secrets_that_they_would_be_started_with(string secret, bool isUsed)
    {
        await using var rig = new Rig();
        UseSecret(rig, Secret, "api");
        var first = await rig.DeployAsync("1.0.0");
        var warm = rig.Instances.Single(instance => instance.Name.Service == "api").Supervised.ReadStatus()!.ChildPid;
        await rig.DeployAsync("1.1.0");
        UseSecret(rig, secret, "api");
        var plan = await rig.Service().PlanRollbackAsync(new RollbackRequest(), Cancellation);

        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);

        var api = rig.Instances.Single(instance => instance.Name.Service == "api");
        (api.Supervised.ReadStatus()!.ChildPid == warm).ShouldBe(isUsed);
        plan.Steps.Any(step => step.Contains("kept warm", StringComparison.Ordinal)).ShouldBe(isUsed);
        using var client = new HttpClient();
        (await VariablesAsync(client, api.Address!))["Market__ApiKey"].ShouldBe(secret);
        rig.ShouldRunOnly(first.ReleaseId);
        FilesWith(rig, secret).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_does_not_tell_the_secret()
    {
        await using var rig = new Rig();
        UseSecret(rig, Secret);

        var failure = await rig.DeployFailingAsync(new StubRelease { Version = "1.0.0", Database = new { UpFails = $"no access with {Secret}" } });

        failure.Message.ShouldNotContain(Secret);
        rig.Ledger.Read()[^1].Event.ShouldBe(LedgerEvent.DeployFailed);
        FilesWith(rig, Secret, except: "stub.json").ShouldBeEmpty();
        rig.Said.ShouldNotContain(Secret);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void UseSecret(Rig rig, string secret, string service = "worker")
    {
        var file = rig.Beside("secret-of-the-worker");
        File.WriteAllText(file, secret);
        rig.Environment = rig.Environment with { Secrets = Secrets($"file:{file}", service: service) };
    }

    private static Dictionary<string, IReadOnlyDictionary<string, SecretReference>> Secrets(string reference, string? other = null, string service = "worker")
    {
        var settings = new Dictionary<string, SecretReference> { ["Market__ApiKey"] = SecretReference.Parse(reference) };
        if (other is not null)
        {
            settings["Market__Other"] = SecretReference.Parse(other);
        }

        return new() { [service] = settings };
    }

    private static async Task<Dictionary<string, string>> VariablesAsync(HttpClient client, Uri host)
    {
        var process = await client.GetFromJsonAsync<JsonElement>(new Uri(host, "/stub/process"), Cancellation);
        return process.GetProperty("variables").EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString()!, StringComparer.Ordinal);
    }

    private static List<string> FilesWith(Rig rig, string text, string? except = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(rig.State.Root, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not (".dll" or ".lock") && Path.GetFileName(file) != except && Holds(file, bytes))];
    }

    private static bool Holds(string file, byte[] bytes)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }
}
