using System.Text.RegularExpressions;
using FinanceHub.Delivery.CommandLine;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Environments;

/// <summary>What the secrets of an environment must say to make sense. A value is never repeated: whoever made a mistake may have written the secret itself.</summary>
internal static partial class SecretRules
{
    public static IEnumerable<string> Faults(DeliveryEnvironment environment)
    {
        foreach (var (service, settings) in environment.Secrets)
        {
            if (!ServiceNames.Hosts.Contains(service, StringComparer.Ordinal))
            {
                yield return $"secrets.{service} is for no host.{Suggestions.For(service, ServiceNames.Hosts)} Expected {string.Join(", ", ServiceNames.Hosts)}";
            }

            foreach (var twice in settings.Keys.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(names => names.Count() > 1))
            {
                yield return $"secrets.{service} has {string.Join(" and ", twice)}, which are one setting: hosts read names without regard to case. Expected one of them";
            }

            foreach (var (setting, reference) in settings)
            {
                if (!Setting().IsMatch(setting))
                {
                    yield return $"secrets.{service}.{setting} is no setting, expected its name as an environment variable, such as Market__ApiKey";
                }

                if (PlatformSettings.Contains(setting))
                {
                    yield return $"secrets.{service}.{setting} is set by the platform itself, expected another setting";
                }

                if (SecretStores.Default.FaultOf(reference) is { } fault)
                {
                    yield return $"secrets.{service}.{setting} {fault}";
                }
            }
        }

        if (environment.Notifications.SlackWebhook is { } webhook && SecretStores.Default.FaultOf(webhook) is { } wrong)
        {
            yield return $"notifications.slackWebhook {wrong}";
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*(__[A-Za-z0-9]+)+$")]
    private static partial Regex Setting();
}
