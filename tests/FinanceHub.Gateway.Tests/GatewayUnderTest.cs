using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FinanceHub.Supervisor;
using FinanceHub.Testing;
using FinanceHub.Testing.Load;

namespace FinanceHub.Gateway.Tests;

/// <summary>A real gateway process behind a socket that its supervisor holds, laid out as in a release.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private static readonly string[] GatewayFiles =
        ["FinanceHub.Gateway.dll", "FinanceHub.Gateway.deps.json", "FinanceHub.Gateway.runtimeconfig.json", "FinanceHub.ServiceDefaults.dll", "Yarp.ReverseProxy.dll", "System.IO.Hashing.dll"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub gateway ");

    internal GatewayUnderTest()
    {
        Process = new Supervised(Path.Combine(Root, "gateway-1"));
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        // An idle connection in its pool would keep a generation from draining until the timeout.
        Http.DefaultRequestHeaders.ConnectionClose = true;
    }

    internal string Root => _directory.FullName;

    internal int Port { get; } = LoopbackPort.Free();

    internal int AdminPort { get; private set; }

    internal Supervised Process { get; }

    internal HttpClient Http { get; }

    internal string RoutesFile => Path.Combine(Root, "routes.json");

    /// <summary>Specification of a generation: its own release directory and admin port, the same public socket and routes.</summary>
    internal InstanceSpec Spec(string releaseId, params (string Name, string Value)[] settings)
    {
        var release = Path.Combine(Root, releaseId);
        var program = Directory.CreateDirectory(Path.Combine(release, "gateway"));
        foreach (var file in GatewayFiles)
            File.Copy(Path.Combine(AppContext.BaseDirectory, file), Path.Combine(program.FullName, file), overwrite: true);
        File.WriteAllText(Path.Combine(release, "release.json"), $$"""{"releaseId":"{{releaseId}}","version":"1.0.0","commit":"0000"}""");
        AdminPort = LoopbackPort.Free();
        return new InstanceSpec
        {
            Service = "gateway",
            ReleaseId = releaseId,
            Program = Path.Combine(program.FullName, "FinanceHub.Gateway.dll"),
            Listen = $"127.0.0.1:{Port}",
            ReadyUrl = $"http://127.0.0.1:{AdminPort}/health/ready",
            Environment = new Dictionary<string, string>(settings.ToDictionary(setting => $"Gateway__{setting.Name}", setting => setting.Value))
            {
                ["Gateway__AdminPort"] = $"{AdminPort}",
                ["Gateway__RoutesFile"] = RoutesFile,
            },
            Restart = new RestartPolicy { InitialDelayMilliseconds = 20 },
        };
    }

    internal Uri Admin(string path) => new($"http://127.0.0.1:{AdminPort}{path}");

    /// <summary>Routes everything to these destinations, with weights.</summary>
    internal Task<HttpResponseMessage> PutRoutesAsync(params (string Address, string ReleaseId, int Weight)[] destinations)
    {
        var list = destinations.Select(d => new { address = d.Address, releaseId = d.ReleaseId, weight = d.Weight }).ToList();
        return Http.PutAsJsonAsync(Admin("/routes"), new { releaseId = destinations[0].ReleaseId, clusters = new { api = list, web = list } });
    }

    internal async Task RouteToAsync(Stub stub)
    {
        using var answer = await PutRoutesAsync((stub.Address, stub.ReleaseId, 100));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    internal async Task<JsonNode> RoutesAsync() => JsonNode.Parse(await Http.GetStringAsync(Admin("/routes"))).ShouldNotBeNull();

    internal KeepAliveLoad Load(int connections = 16) => KeepAliveLoad.Start(new LoadOptions
    {
        Target = new IPEndPoint(IPAddress.Loopback, Port),
        Paths = ["/", "/api/v1/things"],
        Connections = connections,
    });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Process.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
