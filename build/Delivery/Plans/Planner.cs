using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Secrets;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Plans;

/// <summary>Looks at the world and asks <see cref="PlanCalculator"/>; changes nothing.</summary>
internal sealed class Planner(DeliveryContext context)
{
    public async Task<DeliveryPlan> DeployAsync(ReleaseBundle bundle, Observation found, bool acceptDataLoss, CancellationToken cancellation)
    {
        var rows = context.Ledger.Read();
        var migration = new DatabaseMigration(context);
        var schema = await migration.CompareAsync(bundle, found.ServingReleaseId ?? LedgerReading.LastInService(rows), cancellation);
        var obstacles = new List<string>();
        Note(obstacles, () => Hold.Of(rows).RequireNone(bundle.Manifest.ReleaseId, context.Environment.Name));
        Note(obstacles, () => migration.RequireLivable(bundle.Manifest.ReleaseId, schema.Unlivable));
        Note(obstacles, () => migration.RequireWayBack(schema.Pending, acceptDataLoss));
        var secrets = await NoteSecretsAsync(obstacles, cancellation);
        return PlanCalculator.Of(Inputs(PlanKind.Deploy, bundle, found, found.ServingReleaseId, rows, schema.Pending, secrets, obstacles) with
        {
            KeepsOld = context.Environment.Standby,
            CreatesDatabase = !schema.Exists,
        }) with
        { Unlivable = schema.Unlivable };
    }

    public async Task<DeliveryPlan> RollbackAsync(RollbackIntent intent, bool acceptDataLoss, CancellationToken cancellation)
    {
        var obstacles = new List<string>();
        Note(obstacles, () => new RollbackChoice(context).Require(intent, acceptDataLoss));
        var secrets = await NoteSecretsAsync(obstacles, cancellation);
        return PlanCalculator.Of(Inputs(PlanKind.Rollback, intent.Target, intent.Found, intent.Left, context.Ledger.Read(), intent.Schema.Migrations, secrets, obstacles) with { Finishes = intent.Finishes });
    }

    /// <summary>Prints a plan and keeps it for its approval.</summary>
    /// <returns>Its hash.</returns>
    public string Publish(DeliveryPlan plan)
    {
        var hash = new PlanStore(context.State).Save(plan);
        PlanTable.Print(plan, hash, context.Output);
        return hash;
    }

    /// <exception cref="DeliveryFailure">The plan of this moment is not the one that was approved: <see cref="ExitCode.PlanChanged"/>.</exception>
    public void RequireApproved(DeliveryPlan now, string approved)
    {
        var before = new PlanStore(context.State).Load(approved);
        if (now.Hash() == approved)
        {
            return;
        }

        string[] moved =
        [
            .. Difference("the kind of command", before.Kind, now.Kind),
            .. Difference("what runs", before.Current?.ReleaseId, now.Current?.ReleaseId),
            .. Difference("the strategy", before.Strategy, now.Strategy),
            .. Difference("what is wanted", before.Wanted.ReleaseId, now.Wanted.ReleaseId),
            .. Difference("the migrations", string.Join(", ", before.Migrations.Select(grade => grade.Id)), string.Join(", ", now.Migrations.Select(grade => grade.Id))),
            .. before.LedgerHead == now.LedgerHead ? [] : new[] { "something was deployed, rolled back, held or stopped since" },
        ];
        throw new DeliveryFailure(ExitCode.PlanChanged,
            $"The world is not what it was when {approved} was approved: {(moved.Length == 0 ? "settings or the state of hosts differ" : string.Join("; ", moved))}. Look at the new plan and approve it: --dry-run");
    }

    private static IEnumerable<string> Difference<T>(string what, T before, T now) =>
        EqualityComparer<T>.Default.Equals(before, now) ? [] : [$"{what} was {before?.ToString() ?? "nothing"} and is {now?.ToString() ?? "nothing"}"];

    private PlanInputs Inputs(
        PlanKind kind, ReleaseBundle wanted, Observation found, string? current, IReadOnlyList<LedgerRow> rows, IReadOnlyList<MigrationGrade> migrations, IReadOnlyList<HostSecret>? secrets, IReadOnlyList<string> obstacles)
    {
        var running = context.Releases.Peek(current);
        return new PlanInputs
        {
            Kind = kind,
            Environment = context.Environment.Name,
            CurrentId = current,
            ServingId = found.ServingReleaseId,
            Current = running?.Manifest,
            Wanted = wanted.Manifest,
            Running = [.. found.Serving.Where(host => host.Settings is not null).Select(host => new HostSettings(host.Service, host.Settings!))],
            Planned = [.. context.Platform.SettingsOf(wanted).Select(WithSecrets)],
            Migrations = migrations,
            Packages = running?.ReadSbom() is { } before && wanted.ReadSbom() is { } after ? PackageChange.Between(before, after) : null,
            Rows = rows,
            Dead = found.ServingReleaseId is null ? [] : [.. ServiceNames.Hosts.Where(host => !found.Serving.Any(instance => instance.Service == host && instance.IsRunning))],
            Warm = secrets is not null && found.WarmGroup(context.Platform, wanted, secrets) is not null,
            Strategy = kind == PlanKind.Deploy ? context.Environment.Strategy : null,
            ReplacesGateway = found.GatewayRuns && !context.Releases.IsSame(ServiceNames.Gateway, found.Gateway?.ReleaseId, wanted.Manifest),
            Obstacles = obstacles,
        };
    }

    // Of a secret only the reference is compared, shown and kept.
    private HostSettings WithSecrets(HostSettings settings) => context.Environment.Secrets.GetValueOrDefault(settings.Service) is { } secrets
        ? settings with { Values = settings.Values.Concat(secrets.ToDictionary(secret => secret.Key, secret => secret.Value.ToString())).ToDictionary(StringComparer.Ordinal) }
        : settings;

    private async Task<IReadOnlyList<HostSecret>?> NoteSecretsAsync(List<string> obstacles, CancellationToken cancellation)
    {
        try
        {
            return await context.Secrets.ResolveAsync(cancellation);
        }
        catch (DeliveryFailure fault)
        {
            obstacles.Add(fault.Message);
            return null;
        }
    }

    private static void Note(List<string> obstacles, Action check)
    {
        try
        {
            check();
        }
        catch (DeliveryFailure fault)
        {
            obstacles.Add(fault.Message);
        }
    }
}
