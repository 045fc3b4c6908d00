using FinanceHub.Data.Storage;

namespace FinanceHub.Database;

/// <summary>What the tool was asked to do.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        FinanceHub.Database <command> [options]

          status      which migrations the database has and lacks
          up          apply all pending migrations; creates the database if there is none
          down        go back to the migration of --to (0: an empty schema)
          seed        add the demo account, once
          verify      check the files, the schema, and that every portfolio adds up
          count       how many rows customers have, in the tables that there are; works on the schema of the release before, too
          reset       remove everything and begin with an empty, current schema (--yes)
          backup      copy the database, which may be in use, to the file of --output (postgresql: with pg_dump)
          restore     put the backup of --input in the place of the database (--replace: keeps what is there beside it)
          migrations  which migrations this build knows, and what going back from each would take; needs no database
          lint        what should not have been written in the migrations of this build; needs no database

          --provider NAME      sqlite or postgresql (default: Database__Provider, else sqlite)
          --connection TEXT    the connection string (default: ConnectionStrings__FinanceHub)
          --to ID              the migration to go back to (down)
          --output FILE        a file that does not exist yet (backup)
          --input FILE         what backup wrote (restore)
          --replace            there may be a database already (restore)
          --yes                yes, remove everything (reset)
          --json               the answer as JSON (status, count, migrations, lint)

        Exit codes: 0 done, 1 failed, 2 wrong command line, 3 database unreachable.
        """;

    private static readonly string[] Flags = ["--json", "--replace", "--yes"];

    private static readonly Dictionary<string, string[]> Options = new(StringComparer.Ordinal)
    {
        ["status"] = ["--provider", "--connection", "--json"],
        ["up"] = ["--provider", "--connection"],
        ["down"] = ["--provider", "--connection", "--to"],
        ["seed"] = ["--provider", "--connection"],
        ["backup"] = ["--provider", "--connection", "--output"],
        ["verify"] = ["--provider", "--connection"],
        ["count"] = ["--provider", "--connection", "--json"],
        ["reset"] = ["--provider", "--connection", "--yes"],
        ["restore"] = ["--provider", "--connection", "--input", "--replace"],
        ["migrations"] = ["--provider", "--json"],
        ["lint"] = ["--provider", "--json"],
    };

    public required string Command { get; init; }

    public required string Provider { get; init; }

    public string Connection { get; init; } = "";

    public string? To { get; init; }

    public string? Output { get; init; }

    public string? Input { get; init; }

    public bool Replace { get; init; }

    public bool Yes { get; init; }

    public bool Json { get; init; }

    /// <summary>Reads a command line; null if help was asked for.</summary>
    /// <exception cref="ToolFailure">All that is wrong with it.</exception>
    public static CommandLine? Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        if (arguments is ["--help" or "-h" or "help", ..])
            return null;
        if (arguments.Count == 0 || !Options.TryGetValue(arguments[0], out var known))
            throw Wrong($"Expected one of {string.Join(", ", Options.Keys)}, found {(arguments.Count == 0 ? "nothing" : $"\"{arguments[0]}\"")}; try --help.");

        var faults = new List<string>();
        var values = Read(arguments, known, faults);
        if (arguments[0] == "down" && !values.ContainsKey("--to"))
            faults.Add("down: expected --to with a migration, or 0 for an empty schema.");
        if (arguments[0] == "backup" && !values.ContainsKey("--output"))
            faults.Add("backup: expected --output with a file that does not exist yet.");
        if (arguments[0] == "restore" && !values.ContainsKey("--input"))
            faults.Add("restore: expected --input with the file of a backup.");
        if (faults.Count > 0)
            throw Wrong(string.Join(" ", faults));

        return new CommandLine
        {
            Command = arguments[0],
            Provider = values.GetValueOrDefault("--provider") ?? environment("Database__Provider") ?? "sqlite",
            Connection = values.GetValueOrDefault("--connection") ?? environment($"ConnectionStrings__{DatabaseOptions.ConnectionName}") ?? "",
            To = values.GetValueOrDefault("--to"),
            Output = values.GetValueOrDefault("--output"),
            Input = values.GetValueOrDefault("--input"),
            Replace = values.ContainsKey("--replace"),
            Yes = values.ContainsKey("--yes"),
            Json = values.ContainsKey("--json"),
        };
    }

    private static Dictionary<string, string> Read(IReadOnlyList<string> arguments, string[] known, List<string> faults)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (!known.Contains(name, StringComparer.Ordinal))
                faults.Add($"{arguments[0]}: expected {string.Join(", ", known)}, found \"{name}\".");
            else if (Flags.Contains(name))
                values[name] = "";
            else if (i + 1 == arguments.Count || arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
                faults.Add($"{name}: expected a value, found none.");
            else
                values[name] = arguments[++i];
        }

        return values;
    }

    private static ToolFailure Wrong(string message) => new(ToolExitCode.Usage, message);
}
