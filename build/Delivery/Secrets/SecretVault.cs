using System.Collections.Concurrent;
using FinanceHub.Delivery.Accounts;
using FinanceHub.Delivery.Environments;
using FinanceHub.Supervisor.Secrets;

namespace FinanceHub.Delivery.Secrets;

/// <summary>The secrets of an environment: read when they are needed, once, kept in memory, and hidden from then on in whatever is said or written.</summary>
internal sealed class SecretVault(DeliveryEnvironment environment, SecretStores stores, AccountGuard account)
{
    private readonly ConcurrentDictionary<SecretReference, SecretValue> _read = [];
    private SecretRedactor _redactor = new([]);

    /// <summary>Takes every secret that was read out of a text.</summary>
    public string Redact(string text) => _redactor.Redact(text);

    /// <summary>The secrets of all hosts, from the account that the environment names.</summary>
    /// <exception cref="DeliveryFailure">The account is another one (<see cref="ExitCode.WrongAccount"/>), or one or more cannot be had; every one of them is told.</exception>
    public async Task<IReadOnlyList<HostSecret>> ResolveAsync(CancellationToken cancellation)
    {
        await account.RequireAsync(cancellation);
        // All at once: stores that do not answer must not be waited for one after the other, least of all by a rollback.
        var read = await Task.WhenAll(environment.Secrets.SelectMany(host => host.Value.Select(setting => ReadAsync(host.Key, setting.Key, setting.Value, cancellation))));
        var faults = read.Select(secret => secret.Fault).OfType<string>().ToList();
        return faults.Count == 0
            ? [.. read.Select(secret => secret.Secret!)]
            : throw new DeliveryFailure(ExitCode.SecretUnavailable, $"'{environment.Name}' needs secrets that cannot be read: {string.Join("; ", faults)}. Make them readable, or correct the references in .nuke/environments/{environment.Name}.json.");
    }

    /// <summary>One secret.</summary>
    /// <exception cref="SecretUnavailableException">It cannot be had.</exception>
    public async Task<SecretValue> ReadAsync(SecretReference reference, CancellationToken cancellation)
    {
        if (!_read.TryGetValue(reference, out var value))
        {
            value = await stores.ReadAsync(reference, cancellation);
            lock (_read)
            {
                _read[reference] = value;
                // Of all that were read: of two that come at once neither may forget the other.
                _redactor = new SecretRedactor(_read.Values.Select(secret => secret.Reveal()));
            }
        }

        return value;
    }

    private async Task<(HostSecret? Secret, string? Fault)> ReadAsync(string service, string setting, SecretReference reference, CancellationToken cancellation)
    {
        try
        {
            return (new HostSecret(service, setting, reference, await ReadAsync(reference, cancellation)), null);
        }
        catch (SecretUnavailableException fault)
        {
            return (null, $"{setting} of {service} is {reference}, but {fault.Message}");
        }
    }
}
