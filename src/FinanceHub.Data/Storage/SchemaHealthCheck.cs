using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinanceHub.Data.Storage;

/// <summary>Healthy when the database answers and has every migration that this build knows.</summary>
/// <remarks>Migrations that it does not know are well: a rollback runs the older release on the newer, compatible schema.</remarks>
internal sealed class SchemaHealthCheck(Database database) : IHealthCheck
{
    public const string Name = "database:schema";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var schema = await database.ReadSchemaAsync(cancellationToken);
            var data = new Dictionary<string, object>
            {
                ["componentType"] = "datastore",
                ["observedValue"] = (long)schema.Pending.Count,
                ["observedUnit"] = "pending migrations",
            };
            return schema.Pending.Count == 0
                ? HealthCheckResult.Healthy(data: data)
                : HealthCheckResult.Unhealthy(
                    $"{database.Description}: expected all migrations up to {schema.Pending[^1]}, found {schema.Pending.Count} of them not applied; run the database tool: up.",
                    data: data);
        }
        catch (DbException fault)
        {
            return HealthCheckResult.Unhealthy(
                $"{database.Description}: expected a database, found \"{fault.Message}\"; if it does not exist yet, run the database tool: up.",
                data: new Dictionary<string, object> { ["componentType"] = "datastore" });
        }
    }
}
