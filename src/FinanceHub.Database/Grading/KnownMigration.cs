using System.Reflection;
using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>A migration as it can be read without a database.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Up">What it does.</param>
/// <param name="Down">What takes it back.</param>
/// <param name="Allowed">The rules of the lint that do not apply to it.</param>
internal sealed record KnownMigration(string Id, IReadOnlyList<MigrationOperation> Up, IReadOnlyList<MigrationOperation> Down, IReadOnlyList<AllowMigrationRuleAttribute> Allowed)
{
    /// <summary>All that a provider knows, oldest first.</summary>
    public static IReadOnlyList<KnownMigration> Of(IDatabaseProvider provider)
    {
        var types = provider.GetType().Assembly.GetTypes()
            .Select(type => (Type: type, type.GetCustomAttribute<MigrationAttribute>()?.Id))
            .Where(migration => migration.Id is not null)
            .ToDictionary(migration => migration.Id!, migration => migration.Type, StringComparer.Ordinal);
        return [.. provider.Migrations.Select(id => Of(id, types[id]))];
    }

    private static KnownMigration Of(string id, Type type)
    {
        var migration = (Migration)Activator.CreateInstance(type)!;
        return new KnownMigration(id, migration.UpOperations, migration.DownOperations, [.. type.GetCustomAttributes<AllowMigrationRuleAttribute>()]);
    }
}
