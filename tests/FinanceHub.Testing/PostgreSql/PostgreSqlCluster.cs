using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace FinanceHub.Testing.PostgreSql;

/// <summary>A PostgreSQL server of its own, on 127.0.0.1, in a temporary directory; gone with the process that started it, however that ends.</summary>
public sealed class PostgreSqlCluster : IDisposable
{
    private const string User = "financehub";
    private const int Attempts = 3;

    private static readonly Lazy<PostgreSqlCluster> One = new(() => Start());

    private readonly GuardedServer _server;
    private readonly int _port;
    private readonly string _password;

    private PostgreSqlCluster(GuardedServer server, string directory, int port, string password) =>
        (_server, Directory, _port, _password) = (server, directory, port, password);

    /// <summary>The one of this process, started when it is first asked for.</summary>
    public static PostgreSqlCluster Shared => One.Value;

    /// <summary>The server's process.</summary>
    public int ProcessId => _server.ProcessId;

    /// <summary>Everything that it has on disk.</summary>
    public string Directory { get; }

    /// <summary>How a database of this server is opened, by its superuser.</summary>
    public string ConnectionString(string database) => new DbConnectionStringBuilder
    {
        ["Host"] = "127.0.0.1",
        ["Port"] = _port,
        ["Database"] = database,
        ["Username"] = User,
        ["Password"] = _password,
    }.ConnectionString;

    /// <summary>Starts another one than the shared one.</summary>
    public static PostgreSqlCluster Start() => Start(learns: false);

    /// <summary>Starts another one than the shared one.</summary>
    /// <param name="learns">Whether it looks after its tables and their statistics, as a server does whose data stay.</param>
    public static PostgreSqlCluster Start(bool learns)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Start(LoopbackPort.Free(), learns);
            }
            catch (InvalidOperationException fault) when (attempt < Attempts && fault.Message.Contains("could not bind", StringComparison.Ordinal))
            {
                // The port was free a moment ago; another process was faster.
            }
        }
    }

    /// <summary>Stops the server and removes its files.</summary>
    public void Dispose() => _server.Dispose();

    private static PostgreSqlCluster Start(int port, bool learns)
    {
        var programs = PostgreSqlPrograms.Directory;
        var account = ServerAccount.Find();
        var password = RandomNumberGenerator.GetHexString(32);
        var directory = System.IO.Directory.CreateTempSubdirectory("financehub-postgresql-").FullName;
        File.WriteAllText(Path.Combine(directory, "password"), password);
        if (account is not null)
            Run(directory, account.TakeOver(directory));
        Run(directory, As(account, Initialise(programs, directory)));
        return new PostgreSqlCluster(GuardedServer.Start(directory, As(account, Serve(programs, directory, port, learns))), directory, port, password);
    }

    private static IReadOnlyList<string> As(ServerAccount? account, IReadOnlyList<string> command) => account?.Run(command) ?? command;

    private static IReadOnlyList<string> Initialise(string programs, string directory) =>
    [
        Path.Combine(programs, "initdb"), "--pgdata", Path.Combine(directory, "data"), "--username", User, "--pwfile", Path.Combine(directory, "password"),
        "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions",
    ];

    private static IReadOnlyList<string> Serve(string programs, string directory, int port, bool learns) =>
    [
        Path.Combine(programs, "postgres"), "-D", Path.Combine(directory, "data"),
        .. new[]
        {
            "listen_addresses=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"port={port}"), "unix_socket_directories=", "max_connections=300",
            // Nothing here has to survive a power failure.
            "fsync=off", "synchronous_commit=off", "full_page_writes=off",
            // A copied database is used for a second: there is nothing to clean up or to learn about it.
            learns ? "autovacuum_naptime=1s" : "autovacuum=off",
        }.SelectMany(setting => new[] { "-c", setting }),
    ];

    private static void Run(string directory, IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} failed with exit code {process.ExitCode}: {error.Result}{output}");
    }
}
