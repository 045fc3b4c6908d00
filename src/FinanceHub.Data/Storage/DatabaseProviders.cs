namespace FinanceHub.Data.Storage;

/// <summary>The database systems by name.</summary>
public static class DatabaseProviders
{
    /// <summary>The system of that name, in any case; null if there is none.</summary>
    public static IDatabaseProvider? Find(IEnumerable<IDatabaseProvider> providers, string name) =>
        providers.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
