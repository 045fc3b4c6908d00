using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FinanceHub.Testing;
using FinanceHub.Testing.PostgreSql;

namespace FinanceHub.Benchmarks;

/// <summary>API, web and worker of a sealed release on a PostgreSQL of their own, as an environment runs them.</summary>
internal sealed class ProductHosts : IAsyncDisposable
{
    private readonly PostgreSqlCluster _database = PostgreSqlCluster.Start(learns: true);
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("financehub-keys-");
    private readonly Dictionary<string, Process> _hosts = new(StringComparer.Ordinal);
    private readonly string _release;
    private PeakMemory? _memory;

    private ProductHosts(string release) => _release = release;

    public Uri Api { get; } = Loopback();

    public Uri Web { get; } = Loopback();

    /// <summary>Starts them and waits until all are ready.</summary>
    /// <param name="release">The directory of a sealed release.</param>
    public static async Task<ProductHosts> StartAsync(string release)
    {
        var hosts = new ProductHosts(release);
        using (var migrate = hosts.Start("database", "up", "--provider", "postgresql", "--connection", hosts.Connection))
        {
            await migrate.WaitForExitAsync();
            if (migrate.ExitCode != 0)
                throw new InvalidOperationException($"The database tool ended with {migrate.ExitCode}.");
        }

        var worker = Loopback();
        foreach (var (service, address) in new[] { ("api", hosts.Api), ("web", hosts.Web), ("worker", worker) })
            hosts._hosts[service] = hosts.Start(service, "--urls", address.GetLeftPart(UriPartial.Authority));
        using var client = new HttpClient();
        foreach (var address in new[] { hosts.Api, hosts.Web, worker })
            await Eventually.TrueAsync(() => IsReadyAsync(client, address), $"{address} is ready");
        hosts._memory = new PeakMemory(hosts._hosts);
        return hosts;
    }

    /// <summary>The most memory that each host has had so far, for a table.</summary>
    public string PeakMemory() => _memory!.ToString();

    /// <summary>No host may have had more so far.</summary>
    /// <param name="table">Gets what is not kept.</param>
    /// <param name="bytes">Resident, with all that is shared.</param>
    public void RequireMemory(Table table, long bytes)
    {
        foreach (var (host, resident) in _memory!.Resident)
            table.Require(resident < bytes, string.Create(CultureInfo.InvariantCulture, $"memory of the {host}: expected less than {bytes / 1e6:F0} MB, found {resident / 1e6:F1} MB"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_memory is not null)
            await _memory.DisposeAsync();
        foreach (var host in _hosts.Values)
        {
            host.Kill();
            await host.WaitForExitAsync();
            host.Dispose();
        }

        _database.Dispose();
        _keys.Delete(recursive: true);
    }

    private string Connection => _database.ConnectionString("financehub");

    private static Uri Loopback() => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{LoopbackPort.Free()}"));

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private Process Start(string service, params string[] arguments)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_release, "release.json")));
        var entry = manifest.RootElement.GetProperty("services").GetProperty(service).GetProperty("entry").GetString()!;
        var start = new ProcessStartInfo(Dotnet.Path, [Path.Combine(_release, service, entry), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["Database__Provider"] = "PostgreSql";
        start.Environment["ConnectionStrings__FinanceHub"] = Connection;
        start.Environment["DataProtection__KeyDirectory"] = _keys.FullName;
        start.Environment["FinanceHub__ApiAddress"] = Api.GetLeftPart(UriPartial.Authority);
        start.Environment["Worker__PriceRefreshInterval"] = "00:00:05";
        start.Environment["DOTNET_TieredPGO"] = "0"; // as a deployment starts them
        var process = Process.Start(start)!;
        // Read, so that nothing waits for a full pipe.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
