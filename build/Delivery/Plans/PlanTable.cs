using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Plans;

/// <summary>A plan as people read it.</summary>
internal static class PlanTable
{
    /// <summary>"sha256:" and 12 digits: enough to tell two apart.</summary>
    private const int DigestDigits = 19;

    public static void Print(DeliveryPlan plan, string hash, IDeliveryOutput output)
    {
        output.Data($"Plan         {hash}");
        output.Data($"Environment  {plan.Environment}");
        output.Data($"{(plan.Kind == PlanKind.Deploy ? "Deploy" : "Rollback"),-12} {Text(plan.Current)} -> {Text(plan.Wanted)}");
        output.Data($"Schema       {(plan.CreatesDatabase ? "created" : plan.Migrations.Count == 0 ? "unchanged" : $"{plan.Migrations.Count} migrations, {MigrationGrade.Name(plan.Verdict)}")}");
        output.Data($"Packages     {(plan.Packages is null ? "not known" : PackageChange.Summary(plan.Packages))}");
        output.Data($"Strategy     {plan.Strategy}{(plan.Bake is null ? "" : $"; traffic is put back for {plan.Bake}")}");
        output.Data($"Takes        {plan.Eta?.ToString() ?? "unknown: it was never done here"}");
        Section(output, "What changes", plan.Services.Where(service => service.Change != "unchanged").Select(service => $"{service.Service}: {Short(service.From)} -> {Short(service.To)}")
            .Concat(plan.Settings.Select(setting => $"{setting.Service}: {setting.Name} {setting.From ?? "(not set)"} -> {setting.To ?? "(not set)"}"))
            .Concat((plan.Packages ?? []).Select(package => $"package {package.Name}: {package.From ?? "none"} -> {package.To ?? "none"}"))
            .DefaultIfEmpty("nothing"));
        Section(output, "Migrations", plan.Migrations.Select(grade => grade.ToString()));
        Section(output, "Drift", plan.Drift);
        Section(output, "Steps", plan.Steps.Select((step, index) => $"{index + 1}. {step}"));
        Section(output, "Will be refused", plan.Obstacles);
    }

    private static void Section(IDeliveryOutput output, string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first)
            {
                output.Data("");
                output.Data($"{title}:");
                first = false;
            }

            output.Data($"  {line}");
        }
    }

    private static string Text(PlannedRelease? release) => release is null ? "nothing" : $"{release.ReleaseId} ({release.Commit?[..8] ?? "?"})";

    private static string Short(string? digest) => digest is null ? "none" : digest[..Math.Min(digest.Length, DigestDigits)];
}
