using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Notifications;

/// <summary>
/// A notification as a Slack incoming webhook takes it (https://api.slack.com/messaging/webhooks; text in mrkdwn, in which only &amp;, &lt; and &gt;
/// are escaped). Pure. By hand, because it is one field of JSON.
/// </summary>
internal static class SlackMessage
{
    private const int LongestText = 1000;

    public static string Render(Notification notification) => new JsonObject { ["text"] = Text(notification) }.ToJsonString();

    private static string Text(Notification notification)
    {
        var row = notification.Outcome;
        var lines = new List<string> { $"*{Escape(notification.Environment)}*: {Headline(row)}, by {Escape(row.Actor)}{Took(row)}" };
        if (row.Reason is { } reason)
        {
            lines.Add($"Reason: {Escape(reason)}");
        }

        if (row.Error is { } error)
        {
            lines.Add($"Ended with {(int?)row.ExitCode}: {Escape(error)}");
        }

        if (notification.RunUrl is { } url)
        {
            lines.Add($"<{url}|The run>");
        }

        return string.Join('\n', lines);
    }

    private static string Headline(LedgerRow row) => row.Event switch
    {
        LedgerEvent.DeploySucceeded => $"{row.Release} is in service{After(row)}",
        LedgerEvent.DeployFailed => $"the deploy of {row.Release} failed",
        LedgerEvent.RollbackSucceeded => $"rolled back to {row.Release}{Held(row)}",
        LedgerEvent.RollbackFailed => $"the rollback to {row.Release} FAILED",
        _ => JsonNamingPolicy.KebabCaseLower.ConvertName(row.Event.ToString()),
    };

    private static string Held(LedgerRow row) => row.HoldsAll == true ? "; every deploy is held" : row.Previous is { } left && left != row.Release ? $"; {left} is held" : "";

    private static string After(LedgerRow row) => row.Previous is { } previous && previous != row.Release ? $", {previous} was" : "";

    private static string Took(LedgerRow row) => row.Durations is { Count: > 0 } steps ? string.Create(CultureInfo.InvariantCulture, $", in {steps.Values.Sum() / 1000:0.0} s") : "";

    private static string Escape(string text)
    {
        var shortened = text.Length <= LongestText ? text : text[..LongestText] + "...";
        return shortened.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }
}
