using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Benchmarks;

/// <summary>The record of an environment after 100,000 events, which every command opens and verifies; and the lease, which every change takes.</summary>
internal static class DeliveryLedger
{
    private const int Rows = 100_000;
    private static readonly DateTimeOffset First = new(2006, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly string[] Steps = ["verify", "lock", "recover", "preflight", "copy", "migrate", "start", "ready", "smoke", "switch", "confirm", "drain", "stopOld"];

    public static void Measure(Table table)
    {
        var directory = Directory.CreateTempSubdirectory("financehub-ledger");
        try
        {
            var path = Path.Combine(directory.FullName, "ledger.jsonl");
            Write(path);
            var remarks = string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / 1e6:F1} MB");
            // Each time as a command does: nothing is known of the file yet.
            table.Add(string.Create(CultureInfo.InvariantCulture, $"a ledger of {Rows:N0} rows: open and verify"), Samples(11, () => Require(new LedgerFile(path))), remarks, Limit.Slowest(TimeSpan.FromSeconds(1)));
            var ledger = new LedgerFile(path);
            Require(ledger);
            var row = ledger.Read()[^1];
            table.Add("— append a row to it, on disk", Samples(21, () => ledger.Append(row)));
            table.Add("Lease: take and give back, on disk", Samples(21, () => TakeAndGiveBack(directory.FullName)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static List<TimeSpan> Samples(int count, Action action)
    {
        action(); // compiles; not measured
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            action();
            return clock.Elapsed;
        })];
    }

    private static void Require(LedgerFile ledger)
    {
        var verification = ledger.Verify();
        if (verification.Fault is not null || verification.Rows.Count < Rows)
            throw new InvalidOperationException($"Expected {Rows} sound rows, found {verification.Rows.Count}: {verification.Fault}");
    }

    private static void TakeAndGiveBack(string directory)
    {
        var store = new FileLeaseStore(Path.Combine(directory, "deploy.lock"), Path.Combine(directory, "deploy.lease"));
        var claim = new Lease { Token = 0, Operation = "x", Work = "deploy", User = "ann", Host = "build-1", ProcessId = 1, Since = First };
        new LeaseAcquisition(store, new LeaseTimes(), TimeProvider.System, _ => false, _ => { })
            .AcquireAsync(claim, TimeSpan.Zero, () => 0, null, CancellationToken.None).GetAwaiter().GetResult().Dispose();
    }

    // A start and an outcome in turn, as deploys write them.
    private static void Write(string path)
    {
        using var file = File.Create(path);
        var hash = LedgerChain.Origin;
        for (var i = 0; i < Rows; i++)
        {
            var line = LedgerChain.Seal(Row(i) with { Sequence = i + 1, PreviousHash = hash });
            hash = LedgerChain.Read(line)!.Hash!;
            file.Write(line);
            file.WriteByte((byte)'\n');
        }
    }

    private static LedgerRow Row(int i)
    {
        var deploy = i / 2;
        var isOutcome = i % 2 == 1;
        return new LedgerRow
        {
            At = First.AddMinutes(i),
            Event = isOutcome ? LedgerEvent.DeploySucceeded : LedgerEvent.DeployStarted,
            Operation = string.Create(CultureInfo.InvariantCulture, $"20060102T030405-{deploy:x6}"),
            Release = string.Create(CultureInfo.InvariantCulture, $"1.0.{deploy}-0123456789ab"),
            Previous = string.Create(CultureInfo.InvariantCulture, $"1.0.{deploy - 1}-0123456789ab"),
            Version = string.Create(CultureInfo.InvariantCulture, $"1.0.{deploy}"),
            Commit = string.Create(CultureInfo.InvariantCulture, $"{deploy:x40}"),
            Actor = "ann@build-1",
            Reason = "a change that customers asked for",
            Verdict = MigrationVerdict.Safe,
            FirstMigration = "20260101000000_Initial",
            LastMigration = "20260601000000_Later",
            Sbom = $"{deploy:x64}",
            Digests = ServiceNames.Running.Append("database").Append("supervisor").ToDictionary(service => service, service => $"sha256:{deploy:x64}"),
            ExitCode = isOutcome ? ExitCode.Success : null,
            Durations = isOutcome ? Steps.ToDictionary(step => step, _ => 123.4) : null,
            Token = deploy + 1,
        };
    }
}
