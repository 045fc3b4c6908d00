using System.Text.Json;
using FinanceHub.Delivery.StubDatabase;

// Speaks the command line of the database tool of a release; the "database" is a text file with one applied migration a line.
var options = StubDatabaseOptions.Read();
var database = Array.IndexOf(args, "--connection") is var at and >= 0 ? args[at + 1]["Data Source=".Length..].Trim('"') : "";
string[] applied = File.Exists(database) ? File.ReadAllLines(database) : [];
switch (args[0])
{
    case "migrations":
        Console.Out.WriteLine(JsonSerializer.Serialize(new { migrations = options.Migrations, grades = options.Grades }));
        return 0;
    case "status":
        Console.Out.WriteLine(JsonSerializer.Serialize(new { applied, pending = options.Migrations.Except(applied) }));
        return 0;
    case "backup":
        File.Copy(database, args[Array.IndexOf(args, "--output") + 1]);
        return 0;
    case "up" when options.UpFails is { } reason:
        await Console.Error.WriteLineAsync(reason);
        return 1;
    case "up":
        await Task.Delay(options.UpDelayMilliseconds);
        File.WriteAllLines(database, applied.Union(options.Migrations));
        return 0;
    case "down":
        var to = args[Array.IndexOf(args, "--to") + 1];
        File.WriteAllLines(database, applied.Where(migration => string.CompareOrdinal(migration, to) <= 0));
        return 0;
    default:
        await Console.Error.WriteLineAsync($"unknown verb {args[0]}");
        return 2;
}
