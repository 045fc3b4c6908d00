using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using FinanceHub.Testing;

namespace FinanceHub.Hosts.Tests.Processes;

/// <summary>What only shows in a process: identity from the artefact, the exit code, the stop.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string ReleaseJson = """{"schema":1,"releaseId":"1.2.3-abcdef012345","version":"1.2.3","commit":"0123456789abcdef0123456789abcdef01234567"}""";

    private readonly DirectoryInfo _release = Directory.CreateTempSubdirectory("financehub release ");
    private readonly int _port = LoopbackPort.Free();

    public void Dispose() => _release.Delete(recursive: true);

    [Fact]
    public async Task A_host_is_what_its_release_says_and_stops_with_exit_code_0()
    {
        var program = await LayOutAsync(ReleaseJson);
        using var host = new HostProcess(program, Settings("http://127.0.0.1:1"), "--urls", Address);
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        await Eventually.AnswersAsync(client, new Uri("/health/live", UriKind.Relative), TimeSpan.FromSeconds(20));

        var version = await client.GetFromJsonAsync<JsonElement>("/version", TestContext.Current.CancellationToken);
        using var page = await client.GetAsync("/nothing-there", TestContext.Current.CancellationToken);

        (version.GetProperty("serviceId").GetString(), version.GetProperty("version").GetString(), version.GetProperty("releaseId").GetString()).ShouldBe(("web", "1.2.3", "1.2.3-abcdef012345"));
        page.Headers.GetValues("X-Release-Id").ShouldBe(["1.2.3-abcdef012345"]);
        using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", host.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await host.ExitAsync()).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("{\"releaseId\":", "expected JSON")]
    [InlineData("{}", "\"version\"")]
    public async Task A_release_file_that_says_nothing_stops_the_host_with_one_line(string content, string expected)
    {
        using var host = new HostProcess(await LayOutAsync(content), Settings("http://127.0.0.1:1"), "--urls", Address);

        await ShouldRefuseAsync(host, expected);
    }

    [Theory]
    [InlineData("FinanceHub.Web.dll", "FinanceHub:ApiAddress", "nonsense", "expected an http address")]
    [InlineData("FinanceHub.Api.dll", "ConnectionStrings:FinanceHub", "", "expected a connection string")]
    [InlineData("FinanceHub.Api.dll", "Database:Provider", "Oracle", "expected Sqlite or PostgreSql, found \"Oracle\"")]
    [InlineData("FinanceHub.Api.dll", "DataProtection:KeyDirectory", "/proc/keys", "writable directory")]
    [InlineData("FinanceHub.Worker.dll", "Worker:HeartbeatInterval", "00:00:00", "Worker:HeartbeatInterval")]
    [InlineData("FinanceHub.Worker.dll", "Worker:HeartbeatInterval", "often", "Worker:HeartbeatInterval")]
    public async Task A_setting_that_cannot_work_stops_the_host_with_one_line_that_names_it(string program, string setting, string value, string expected)
    {
        var settings = Settings("http://127.0.0.1:1");
        settings[setting] = value;
        using var host = new HostProcess(Path.Combine(AppContext.BaseDirectory, program), settings, "--urls", Address);

        (await ShouldRefuseAsync(host, expected)).ShouldContain(setting.Split(':')[^1]);
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_host_with_one_line_that_names_it()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, _port);
        taken.Start();
        using var host = new HostProcess(Path.Combine(AppContext.BaseDirectory, "FinanceHub.Web.dll"), Settings("http://127.0.0.1:1"), "--urls", Address);

        await ShouldRefuseAsync(host, _port.ToString(CultureInfo.InvariantCulture));
    }

    private string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    private Dictionary<string, string> Settings(string api) => new(StringComparer.Ordinal)
    {
        ["FinanceHub:ApiAddress"] = api,
        ["ConnectionStrings:FinanceHub"] = $"Data Source={Path.Combine(_release.FullName, "f.db")}",
        ["DataProtection:KeyDirectory"] = Path.Combine(_release.FullName, "keys"),
    };

    private static async Task<string> ShouldRefuseAsync(HostProcess host, string expected)
    {
        var (code, output, error) = await host.ExitAsync();
        code.ShouldBe(78, output + error);
        error.Trim().ShouldNotContain('\n');
        error.ShouldContain(expected);
        (output + error).ShouldNotContain("   at ");
        return error;
    }

    private async Task<string> LayOutAsync(string releaseJson)
    {
        var directory = _release.CreateSubdirectory("web").FullName;
        string[] files = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "FinanceHub.Web.*"), Path.Combine(AppContext.BaseDirectory, "FinanceHub.ServiceDefaults.dll")];
        foreach (var file in files)
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
        await File.WriteAllTextAsync(Path.Combine(_release.FullName, "release.json"), releaseJson);
        return Path.Combine(directory, "FinanceHub.Web.dll");
    }
}
