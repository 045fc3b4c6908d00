using System.Globalization;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>Where faults are played, one after the other: real gateway, real supervisors, stub hosts, one database. A good release serves between them.</summary>
internal sealed class MatrixEnvironment : IAsyncDisposable
{
    private const string FirstMigration = "0001_First";
    private readonly Dictionary<string, MatrixRelease> _releases = [];
    private readonly Dictionary<string, MigrationVerdict> _verdicts = [];
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private int _sealed;
    private int _generation;

    private MatrixEnvironment(SmallDisk? disk) => (Disk, Rig) = (disk, new Rig(disk?.Path));

    public Rig Rig { get; }

    /// <summary>What can be filled; null where the state directory lies on the machine's own disk.</summary>
    public SmallDisk? Disk { get; }

    /// <summary>The migrations that the database has, and its rows.</summary>
    public MatrixDatabase Database => new(Rig.State.Database);

    /// <summary>How many rows are not in the database that were acknowledged, in this fault or in any before.</summary>
    /// <param name="acknowledged">Those of this fault.</param>
    public int LostOf(IEnumerable<string> acknowledged)
    {
        _acknowledged.UnionWith(acknowledged);
        return Database.Missing(_acknowledged);
    }

    /// <summary>Puts a good release into service.</summary>
    public static async Task<MatrixEnvironment> CreateAsync(SmallDisk? disk)
    {
        var matrix = new MatrixEnvironment(disk);
        await matrix.DeployAsync(await matrix.SealAsync(null, MigrationVerdict.Safe));
        return matrix;
    }

    /// <summary>Seals a release that brings two migrations more than the one that serves.</summary>
    /// <param name="particular">What is particular about it; null if nothing is.</param>
    /// <param name="verdict">What going back over its migrations takes.</param>
    /// <param name="failsAfter">How many its tool applies before it fails; null if it does not fail.</param>
    public async Task<MatrixRelease> SealAsync(Func<StubRelease, StubRelease>? particular, MigrationVerdict verdict, int? failsAfter = null)
    {
        var before = _releases.Count == 0 ? [FirstMigration] : _releases[await Rig.ServedAsync()].Migrations;
        _generation++;
        return await SealAsync(particular, [.. before, Migration("A"), Migration("B")], verdict, failsAfter);
    }

    /// <summary>Seals a good release that expects the same schema as another one.</summary>
    public Task<MatrixRelease> SealLikeAsync(string releaseId) => SealAsync(null, _releases[releaseId].Migrations, MigrationVerdict.Safe, failsAfter: null);

    public Task<DeployResult> DeployAsync(MatrixRelease release) =>
        Rig.Service().DeployAsync(new DeployRequest { BundleDirectory = release.Bundle }, CancellationToken.None);

    /// <summary>What a rollback of the release that serves would bring back, if that cannot live with its schema; null if it can, or if there is none.</summary>
    public string? OlderOf(string releaseId) => LedgerReading.RollbackTargets(Rig.Ledger.Read(), releaseId).FirstOrDefault(Rig.Context.Releases.Contains) is { } older
        && _releases[releaseId].Migrations.Except(_releases[older].Migrations).Any(migration => _verdicts[migration] == MigrationVerdict.NeedsDown) ? older : null;

    /// <summary>Between two faults nothing is held: the next one may bring back what this one left.</summary>
    public Task LiftHoldAsync() => Rig.Service().LiftHoldAsync(new LiftHoldRequest { Reason = "the next fault" }, CancellationToken.None);

    /// <summary>The database has all that a release expects, and nothing that it cannot live with.</summary>
    public void ShouldHaveSchemaOf(string releaseId)
    {
        var (release, applied) = (_releases[releaseId], Database.Migrations());
        release.Migrations.ShouldBeSubsetOf(applied, Rig.Said);
        foreach (var other in applied.Except(release.Migrations))
        {
            _verdicts[other].ShouldBe(MigrationVerdict.Safe, $"{releaseId} cannot live with {other}. {Rig.Said}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        Disk?.Dispose();
    }

    private string Migration(string name) => string.Create(CultureInfo.InvariantCulture, $"{_generation + 1:0000}_{name}");

    private async Task<MatrixRelease> SealAsync(Func<StubRelease, StubRelease>? particular, IReadOnlyList<string> migrations, MigrationVerdict verdict, int? failsAfter)
    {
        foreach (var migration in migrations)
        {
            _verdicts.TryAdd(migration, migration == FirstMigration ? MigrationVerdict.Safe : verdict);
        }

        _sealed++;
        var plain = new StubRelease { Version = string.Create(CultureInfo.InvariantCulture, $"1.{_sealed}.0") };
        var bundle = await Rig.SealAsync((particular?.Invoke(plain) ?? plain) with
        {
            Database = new
            {
                Migrations = migrations,
                Grades = migrations.Select(id => new { id, verdict = MigrationGrade.Name(_verdicts[id]), reasons = Array.Empty<string>() }),
                UpFails = failsAfter is null ? null : "the connection was lost half-way",
                UpFailsAfter = failsAfter ?? 0,
            },
        });
        var release = new MatrixRelease(Path.GetFileName(bundle), bundle, migrations);
        return _releases[release.Id] = release;
    }
}
