using System.Globalization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Plans;

/// <summary>What has to be done to come from what runs to what is wanted; a pure function.</summary>
internal static class PlanCalculator
{
    private const string Hidden = "***";

    public static DeliveryPlan Of(PlanInputs world) => new()
    {
        Kind = world.Kind,
        Environment = world.Environment,
        Current = world.CurrentId is null ? null : new PlannedRelease(world.CurrentId, world.Current?.Version, world.Current?.Commit),
        Wanted = new PlannedRelease(world.Wanted.ReleaseId, world.Wanted.Version, world.Wanted.Commit),
        Services = [.. world.Wanted.Services.Where(service => service.Key != ServiceNames.Supervisor).Select(service => Change(service.Key, world.Current?.Services.GetValueOrDefault(service.Key)?.Digest, service.Value.Digest))],
        Settings = [.. Settings(world)],
        Migrations = world.Migrations,
        Packages = world.Packages,
        Verdict = world.Migrations.Select(grade => grade.Verdict).DefaultIfEmpty(MigrationVerdict.Safe).Max(),
        Drift = [.. Drift(world)],
        Obstacles = world.Obstacles,
        Steps = [.. Steps(world)],
        LedgerHead = world.Rows.Count > 0 ? world.Rows[^1].Hash! : LedgerChain.Origin,
        Strategy = StrategyOf(world)?.Name ?? new DeliveryStrategy().Name,
        Bake = Bakes(world) ? StrategyOf(world)!.Bake.Text : null,
        CreatesDatabase = world.CreatesDatabase,
        Eta = EtaOf(world.Kind, world.Rows, StrategyOf(world)?.Name),
    };

    private static bool Bakes(PlanInputs world) => StrategyOf(world) is { Bake.Duration: var bake } && bake > TimeSpan.Zero && world.CurrentId is not null && world.CurrentId != world.Wanted.ReleaseId;

    // With itself a release cannot share the traffic, and neither with one that is half down.
    private static DeliveryStrategy? StrategyOf(PlanInputs world) => world.CurrentId is null || world.CurrentId == world.Wanted.ReleaseId || world.Dead.Count > 0
        ? world.Strategy is null ? null : world.Strategy with { Kind = StrategyKind.AllAtOnce }
        : world.Strategy;

    /// <summary>How long the successful commands of a kind took; the latest 20 count.</summary>
    /// <param name="kind">Deploys or rollbacks.</param>
    /// <param name="rows">The ledger.</param>
    /// <param name="strategy">Only those that gave the traffic this way; null for all. A row that does not say counts as all at once.</param>
    public static Eta? EtaOf(PlanKind kind, IReadOnlyList<LedgerRow> rows, string? strategy = null)
    {
        var wanted = kind == PlanKind.Deploy ? LedgerEvent.DeploySucceeded : LedgerEvent.RollbackSucceeded;
        var times = rows.Reverse().Where(row => row.Event == wanted && row.Durations is { Count: > 0 } && (strategy is null || (row.Bake?.Strategy ?? new DeliveryStrategy().Name) == strategy)).Take(20)
            .Select(row => row.Durations!.Values.Sum()).Order().ToArray();
        return times.Length == 0 ? null : new Eta(At(times, 0.5), At(times, 0.95), times.Length);
    }

    private static TimeSpan At(double[] sorted, double share) => TimeSpan.FromMilliseconds(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)]);

    private static ServiceChange Change(string service, string? from, string to) =>
        new(service, from is null ? "new" : from == to ? "unchanged" : "changed", from, to);

    private static IEnumerable<SettingChange> Settings(PlanInputs world)
    {
        foreach (var planned in world.Planned.OrderBy(spec => spec.Service, StringComparer.Ordinal))
        {
            if (world.Running.FirstOrDefault(spec => spec.Service == planned.Service) is not { } running)
            {
                continue;
            }

            foreach (var name in planned.Values.Keys.Union(running.Values.Keys).Where(name => !HostSettings.IsOwn(name)).Order(StringComparer.Ordinal))
            {
                var (from, to) = (running.Values.GetValueOrDefault(name), planned.Values.GetValueOrDefault(name));
                if (from != to)
                {
                    yield return new SettingChange(planned.Service, name, Shown(name, from), Shown(name, to));
                }
            }
        }
    }

    private static string? Shown(string name, string? value) => value is not null
        && (name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase) || name.Contains("Secret", StringComparison.OrdinalIgnoreCase)
            || name.Contains("Password", StringComparison.OrdinalIgnoreCase) || name.EndsWith("ApiKey", StringComparison.OrdinalIgnoreCase))
        ? Hidden
        : value;

    private static IEnumerable<string> Drift(PlanInputs world)
    {
        var recorded = LedgerReading.LastInService(world.Rows);
        var stopped = world.Rows.LastOrDefault(row => row.Event != LedgerEvent.Seeded)?.Event == LedgerEvent.Stopped;
        if (!stopped && recorded != world.ServingId)
        {
            yield return $"The ledger says that {recorded ?? "nothing"} serves; what serves is {world.ServingId ?? "nothing"}";
        }

        foreach (var service in world.Dead)
        {
            yield return $"The {service} of {world.ServingId} does not run";
        }
    }

    private static IEnumerable<string> Steps(PlanInputs world)
    {
        var deploy = world.Kind == PlanKind.Deploy;
        if (world.CreatesDatabase)
        {
            yield return "create the database";
        }
        else if (deploy && world.Migrations.Count > 0)
        {
            yield return $"copy the database, then apply {world.Migrations.Count} migration{(world.Migrations.Count == 1 ? "" : "s")}";
        }

        if (world.Finishes)
        {
            foreach (var step in Finishing(world))
            {
                yield return step;
            }

            yield break;
        }

        var needsDown = !deploy && world.Migrations.Any(grade => grade.Verdict != MigrationVerdict.Safe);
        yield return world.Warm
            ? $"start the worker of {world.Wanted.ReleaseId} beside its API and web, which are kept warm"
            : $"start API, web and worker of {world.Wanted.ReleaseId} beside what runs";
        yield return "wait until all are ready as that release";
        if (!needsDown)
        {
            yield return "smoke-test them";
        }

        var strategy = StrategyOf(world);
        foreach (var shift in strategy?.Shifts ?? [])
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"give it {shift.Weight} % of the clients and compare it with {world.CurrentId} for {shift.Pause.TotalSeconds:0.#} s");
        }

        yield return strategy is { Shifts.Count: > 0 } ? "switch the rest of the traffic and confirm it at the public address" : "switch the traffic and confirm it at the public address";
        if (Bakes(world))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"bake: compare it for {strategy!.Bake.Duration.TotalSeconds:0.#} s with what {world.CurrentId} did before; worse puts the traffic back");
        }

        if (world.ReplacesGateway)
        {
            yield return "replace the gateway by the release's own, behind the same socket";
        }

        yield return world.CurrentId is null ? "nothing to drain" : $"drain {world.CurrentId}{(world.KeepsOld ? " and keep it warm for Rollback" : " and stop it")}";
        if (needsDown)
        {
            yield return $"copy the database, then take back {string.Join(", ", world.Migrations.Select(grade => grade.Id))}";
            yield return "smoke-test on the older schema";
        }

        if (!deploy)
        {
            yield return $"hold {world.CurrentId ?? "what was left"}";
        }

        yield return "record it in the ledger";
    }

    private static IEnumerable<string> Finishing(PlanInputs world)
    {
        yield return $"end what runs of {world.CurrentId}";
        if (world.Migrations.Any(grade => grade.Verdict != MigrationVerdict.Safe))
        {
            yield return $"copy the database, then take back {string.Join(", ", world.Migrations.Select(grade => grade.Id))}";
        }

        yield return $"wait until {world.Wanted.ReleaseId}, which serves, is ready, smoke-test it and confirm it at the public address";
        yield return $"hold {world.CurrentId}";
        yield return "record it in the ledger";
    }
}
