using System.Data.Common;
using FinanceHub.Data.Storage;

namespace FinanceHub.Database;

/// <summary>The database that a command works on.</summary>
internal sealed record Target(IDatabaseProvider Provider, string Connection)
{
    public IDatabaseAdministration Administration => Provider.Administer(Connection);

    public string Description => Provider.Describe(Connection);

    /// <exception cref="ToolFailure">The connection string is missing or malformed.</exception>
    public static Target Of(IDatabaseProvider provider, string connection)
    {
        if (string.IsNullOrWhiteSpace(connection))
            throw new ToolFailure(ToolExitCode.Usage, "--connection: expected a connection string, found none.");
        return provider.FaultOf(connection) is { } fault
            ? throw new ToolFailure(ToolExitCode.Usage, $"--connection: {fault}")
            : new Target(provider, connection);
    }

    /// <summary>Which migrations it has and lacks; null if there is no database yet.</summary>
    public async Task<SchemaState?> FindSchemaAsync(CancellationToken cancellation)
    {
        try
        {
            return await SchemaReader.ReadAsync(Provider, Connection, cancellation);
        }
        catch (DbException fault) when (Provider.IsMissing(fault, Connection))
        {
            return null;
        }
    }

    /// <summary>Which migrations it has and lacks.</summary>
    /// <exception cref="ToolFailure">There is no database yet.</exception>
    public async Task<SchemaState> ReadSchemaAsync(CancellationToken cancellation) => await FindSchemaAsync(cancellation)
        ?? throw new ToolFailure(ToolExitCode.Unreachable, $"{Description}: expected a database, found none; run: up.");
}
