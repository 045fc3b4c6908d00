namespace FinanceHub.Delivery.Secrets;

/// <summary>Where secrets are kept.</summary>
internal interface ISecretStore
{
    /// <summary>What references to it begin with.</summary>
    string Scheme { get; }

    /// <summary>What is wrong with a name, found without asking the store; null if nothing is.</summary>
    string? FaultOf(string name);

    /// <summary>Reads a secret.</summary>
    /// <exception cref="SecretUnavailableException">It is not there, is empty, or the store does not give it.</exception>
    Task<string> ReadAsync(string name, CancellationToken cancellation);
}

/// <summary>Why a secret could not be read, as the end of a sentence; never with a part of it.</summary>
internal sealed class SecretUnavailableException(string because, Exception? inner = null) : Exception(because, inner);
