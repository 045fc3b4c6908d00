using FinanceHub.Delivery.Environments;
using FinanceHub.Supervisor.Secrets;

namespace FinanceHub.Delivery.Secrets;

/// <summary>The secrets of an environment: read when they are needed, once, kept in memory, and hidden from then on in whatever is said or written.</summary>
internal sealed class SecretVault(DeliveryEnvironment environment, SecretStores stores)
{
    private readonly Dictionary<SecretReference, SecretValue> _read = [];
    private SecretRedactor _redactor = new([]);

    /// <summary>Takes every secret that was read out of a text.</summary>
    public string Redact(string text) => _redactor.Redact(text);

    /// <summary>The secrets of all hosts.</summary>
    /// <exception cref="DeliveryFailure">One or more cannot be had; every one of them is told.</exception>
    public async Task<IReadOnlyList<HostSecret>> ResolveAsync(CancellationToken cancellation)
    {
        var (resolved, faults) = (new List<HostSecret>(), new List<string>());
        foreach (var (service, settings) in environment.Secrets)
        {
            foreach (var (setting, reference) in settings)
            {
                try
                {
                    resolved.Add(new HostSecret(service, setting, reference, await ReadAsync(reference, cancellation)));
                }
                catch (SecretUnavailableException fault)
                {
                    faults.Add($"{setting} of {service} is {reference}, but {fault.Message}");
                }
            }
        }

        return faults.Count == 0
            ? resolved
            : throw new DeliveryFailure(ExitCode.SecretUnavailable, $"'{environment.Name}' needs secrets that cannot be read: {string.Join("; ", faults)}. Make them readable, or correct the references in .nuke/environments/{environment.Name}.json.");
    }

    /// <summary>One secret.</summary>
    /// <exception cref="SecretUnavailableException">It cannot be had.</exception>
    public async Task<SecretValue> ReadAsync(SecretReference reference, CancellationToken cancellation)
    {
        if (!_read.TryGetValue(reference, out var value))
        {
            value = _read[reference] = await stores.ReadAsync(reference, cancellation);
            _redactor = new SecretRedactor(_read.Values.Select(secret => secret.Reveal()));
        }

        return value;
    }
}
