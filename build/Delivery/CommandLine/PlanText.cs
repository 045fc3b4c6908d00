using System.Text;

namespace FinanceHub.Delivery.CommandLine;

/// <summary>A target of the plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsInvoked">Whether it was asked for, by name or as the default.</param>
/// <param name="HasActions">Whether it does something itself.</param>
/// <param name="DependsOn">What must run before it.</param>
/// <param name="TriggeredBy">What it runs because of.</param>
/// <param name="Description">What it does.</param>
public sealed record PlannedTarget(
    string Name,
    bool IsInvoked,
    bool HasActions,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> TriggeredBy,
    string? Description);

/// <summary>The plan as text.</summary>
public static class PlanText
{
    /// <summary>One line for each target in the order in which they run, with the reason why it does.</summary>
    public static string Format(IReadOnlyList<PlannedTarget> plan)
    {
        var width = plan.Select(x => x.Name.Length).DefaultIfEmpty().Max();
        var text = new StringBuilder("Execution plan:").AppendLine();
        for (var i = 0; i < plan.Count; i++)
        {
            var target = plan[i];
            text.AppendLine($"{i + 1,4}. {target.Name.PadRight(width)}  {Reason(target)}".TrimEnd());
            if (!string.IsNullOrWhiteSpace(target.Description))
                text.AppendLine($"      {target.Description}");
        }

        return text.ToString();
    }

    private static string Reason(PlannedTarget target)
    {
        var reasons = new List<string>();
        if (target.IsInvoked)
            reasons.Add("asked for");
        if (target.TriggeredBy.Count > 0)
            reasons.Add($"triggered by {string.Join(", ", target.TriggeredBy)}");
        if (target.DependsOn.Count > 0)
            reasons.Add($"after {string.Join(", ", target.DependsOn)}");
        if (!target.HasActions)
            reasons.Add("does nothing itself");
        return string.Join("; ", reasons);
    }
}
