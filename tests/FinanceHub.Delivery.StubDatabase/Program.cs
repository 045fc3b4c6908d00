using System.Text.Json;
using FinanceHub.Delivery.StubDatabase;

// Speaks the command line of the database tool of a release.
var options = StubDatabaseOptions.Read();
var database = new DatabaseFile(Array.IndexOf(args, "--connection") is var at and >= 0 ? args[at + 1]["Data Source=".Length..].Trim('"') : "");
switch (args[0])
{
    case "migrations":
        Console.Out.WriteLine(JsonSerializer.Serialize(new { migrations = options.Migrations, grades = options.Ungraded ? null : options.Grades ?? [.. options.Migrations.Select(id => new { id, verdict = "safe", reasons = Array.Empty<string>() })] }));
        return 0;
    case "status":
        var applied = database.Applied();
        Console.Out.WriteLine(JsonSerializer.Serialize(new { applied, pending = options.Migrations.Except(applied) }));
        return 0;
    case "backup":
        database.CopyTo(args[Array.IndexOf(args, "--output") + 1]);
        return 0;
    case "up" when options.UpFails is { } reason:
        database.Apply(options.Migrations.Except(database.Applied()).Take(options.UpFailsAfter));
        await Console.Error.WriteLineAsync(reason);
        return 1;
    case "up":
        await Task.Delay(options.UpDelayMilliseconds);
        database.Apply(options.Migrations.Except(database.Applied()));
        return 0;
    case "down" when options.DownFails is { } reason && !database.IsUnlocked:
        await Console.Error.WriteLineAsync(reason);
        return 1;
    case "down" when database.Applied().Where(migration => string.CompareOrdinal(migration, args[Array.IndexOf(args, "--to") + 1]) > 0).Except(options.Migrations).ToArray() is { Length: > 0 } unknown:
        await Console.Error.WriteLineAsync($"a newer release applied {string.Join(", ", unknown)}");
        return 1;
    case "down":
        database.TakeBackTo(args[Array.IndexOf(args, "--to") + 1], losesRow: options.DownLosesRow);
        return 0;
    case "seed":
        database.AddRows(["demo 1", "demo 2", "demo 3"]);
        Console.Out.WriteLine("three rows");
        return 0;
    case "count":
        Console.Out.WriteLine(JsonSerializer.Serialize(new { rows = database.Rows() }));
        return 0;
    case "verify" when database.Applied().Except(options.Migrations).ToArray() is { Length: > 0 } strange:
        await Console.Error.WriteLineAsync($"not of this release: {string.Join(", ", strange)}");
        return 1;
    case "verify":
        return 0;
    default:
        await Console.Error.WriteLineAsync($"unknown verb {args[0]}");
        return 2;
}
