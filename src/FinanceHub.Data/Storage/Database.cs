using System.Data.Common;
using Microsoft.Extensions.Options;

namespace FinanceHub.Data.Storage;

/// <summary>The configured database.</summary>
public sealed class Database(IEnumerable<IDatabaseProvider> providers, IOptions<DatabaseOptions> options)
{
    /// <summary>Its system.</summary>
    public IDatabaseProvider Provider { get; } = DatabaseProviders.Find(providers, options.Value.Provider)
        ?? throw new InvalidOperationException("The options were not validated.");

    /// <summary>How it is opened; may hold a password.</summary>
    internal string ConnectionString { get; } = options.Value.ConnectionString;

    /// <summary>The state of its schema.</summary>
    /// <exception cref="System.Data.Common.DbException">It cannot be reached.</exception>
    public Task<SchemaState> ReadSchemaAsync(CancellationToken cancellation) => SchemaReader.ReadAsync(Provider, ConnectionString, cancellation);

    /// <summary>A connection that is not open yet; for what must not wait for EF.</summary>
    public DbConnection Connect() => Provider.Connect(ConnectionString);

    /// <summary>Where it is, without anything secret.</summary>
    public string Description => Provider.Describe(ConnectionString);
}
