using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FinanceHub.Testing.PostgreSql;

/// <summary>A server process and the shell that watches over it.</summary>
/// <remarks>
/// The shell reads from a pipe that only this process holds open. When this process ends, killed or not, the pipe ends;
/// then the shell stops the server by its process id and removes its directory. (A death signal would not do: Linux
/// sends it when the <em>thread</em> that started the child ends, and those of .NET's pool do that at any time.)
/// </remarks>
internal sealed class GuardedServer : IDisposable
{
    /// <summary>"$1" is the directory, the rest the server's command. Ctrl+C reaches the shell too and must not keep it from its work.</summary>
    private const string Guard = """
        trap '' INT TERM HUP
        directory=$1; shift
        "$@" </dev/null >/dev/null & server=$!
        exec 2>/dev/null
        echo "$server"
        cat >/dev/null
        kill -QUIT "$server"
        wait "$server"
        rm -rf -- "$directory"
        """;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Process _guard;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _log = new();

    private GuardedServer(string directory, IReadOnlyList<string> command)
    {
        _guard = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Guard, "guard", directory, .. command])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        ProcessId = int.Parse(_guard.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        new Thread(Listen) { IsBackground = true, Name = "PostgreSQL's log" }.Start();
    }

    /// <summary>The server's process, not the shell's.</summary>
    public int ProcessId { get; }

    /// <summary>Starts a server and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It did not; the message has its log.</exception>
    public static GuardedServer Start(string directory, IReadOnlyList<string> command)
    {
        var server = new GuardedServer(directory, command);
        try
        {
            if (!server._ready.Task.Wait(Deadline))
                throw new InvalidOperationException($"PostgreSQL was not ready within {Deadline}. It said: {server.Log}");
            return server;
        }
        catch (AggregateException fault)
        {
            server.Dispose();
            throw fault.InnerException!;
        }
    }

    public void Dispose()
    {
        _guard.StandardInput.Close();
        _guard.WaitForExit(Deadline);
        _guard.Dispose();
    }

    private string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>To its end: a server whose log nobody reads stands still when the pipe is full.</summary>
    private void Listen()
    {
        while (_guard.StandardError.ReadLine() is { } line)
        {
            if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
                _ready.TrySetResult();
            lock (_log)
            {
                if (!_ready.Task.IsCompleted)
                    _log.AppendLine(line);
            }
        }

        _ready.TrySetException(new InvalidOperationException($"PostgreSQL ended instead of becoming ready. It said: {Log}"));
    }
}
