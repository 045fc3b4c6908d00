using System.Net;
using System.Text.Json;

namespace FinanceHub.Delivery.Environments;

/// <summary>What an environment must say to make sense; all faults are told at once.</summary>
internal static class EnvironmentRules
{
    public static IReadOnlyList<string> Faults(DeliveryEnvironment environment)
    {
        var faults = new List<string>();
        Check(faults, IPAddress.TryParse(environment.Address, out _), $"address is '{environment.Address}', expected an IP address such as 127.0.0.1");
        Check(faults, environment.Port is >= 1 and <= 65535, $"port is {environment.Port}, expected 1 to 65535");
        Check(faults, environment.Name != DeliveryEnvironment.Production || environment.Confirm == ConfirmationPolicy.Always,
            $"confirm is {JsonNamingPolicy.CamelCase.ConvertName(environment.Confirm.ToString())}, but {DeliveryEnvironment.Production} always asks: expected always, or no such key");
        Check(faults, environment.AwsAccount is not { } account || (account.Length == 12 && account.All(char.IsAsciiDigit)), $"awsAccount is '{environment.AwsAccount}', expected 12 digits");
        var limits = environment.Limits;
        Positive(faults, "readyTimeout", limits.ReadyTimeout);
        Positive(faults, "drainTimeout", limits.DrainTimeout);
        Positive(faults, "stopTimeout", limits.StopTimeout);
        Positive(faults, "smokeTimeout", limits.SmokeTimeout);
        Positive(faults, "migrationTimeout", limits.MigrationTimeout);
        Check(faults, limits.ReleasesKept is >= 2 and <= 100, $"limits.releasesKept is {limits.ReleasesKept}, expected 2 to 100 (the running one and one to roll back to)");
        Check(faults, limits.BackupsKept is >= 1 and <= 100, $"limits.backupsKept is {limits.BackupsKept}, expected 1 to 100");
        Check(faults, limits.FreeDiskMebibytes >= 0, $"limits.freeDiskMebibytes is {limits.FreeDiskMebibytes}, expected 0 or more");
        faults.AddRange(SecretRules.Faults(environment));
        faults.AddRange(StrategyRules.Faults(environment.Strategy));
        return faults;
    }

    private static void Positive(List<string> faults, string name, TimeSpan value) => Check(
        faults, value > TimeSpan.Zero && value <= TimeSpan.FromHours(1), $"limits.{name} is {value}, expected more than 0 and at most 01:00:00");

    private static void Check(List<string> faults, bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}
