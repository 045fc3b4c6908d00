using System.Net;

namespace FinanceHub.Supervisor;

/// <summary>Checks a specification before anything is started.</summary>
internal static class SpecValidation
{
    /// <exception cref="SupervisorException">With every fault of the specification in one message.</exception>
    internal static void Require(InstanceSpec spec)
    {
        var faults = Faults(spec).ToList();
        if (faults.Count > 0)
            throw new SupervisorException(SupervisorFault.InvalidSpec, $"The specification of instance '{spec.Service}' is wrong: {string.Join("; ", faults)}.");
    }

    private static IEnumerable<string> Faults(InstanceSpec spec)
    {
        if (string.IsNullOrWhiteSpace(spec.Service))
            yield return "service is empty";
        if (!Path.IsPathFullyQualified(spec.Program))
            yield return $"program '{spec.Program}' is not an absolute path";
        else if (!File.Exists(spec.Program))
            yield return $"program '{spec.Program}' does not exist";
        if (spec.WorkingDirectory is { } directory && !Directory.Exists(directory))
            yield return $"working directory '{directory}' does not exist";
        if (spec.Listen is { } listen && !(IPEndPoint.TryParse(listen, out var endpoint) && endpoint.Port > 0))
            yield return $"listen '{listen}' is not address:port";
        if (spec.ReadyUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp))
            yield return $"readyUrl '{url}' is not an absolute http address";
        foreach (var (name, value) in Numbers(spec).Where(number => number.Value < 1))
            yield return $"{name} is {value}, expected at least 1";
    }

    private static IEnumerable<(string Name, long Value)> Numbers(InstanceSpec spec) =>
    [
        ("readyTimeoutSeconds", spec.ReadyTimeoutSeconds),
        ("stopTimeoutSeconds", spec.StopTimeoutSeconds),
        ("restart.windowSeconds", spec.Restart.WindowSeconds),
        ("restart.initialDelayMilliseconds", spec.Restart.InitialDelayMilliseconds),
        ("restart.maxDelayMilliseconds", spec.Restart.MaxDelayMilliseconds),
        ("restart.maxAttempts + 1", spec.Restart.MaxAttempts + 1L),
        ("log.maxBytes", spec.Log.MaxBytes),
        ("log.files", spec.Log.Files),
    ];
}
