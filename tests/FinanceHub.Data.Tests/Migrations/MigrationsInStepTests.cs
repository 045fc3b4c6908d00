using System.Reflection;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>A release names the range of its migrations once, whichever database it then meets. <see cref="MigrationTests{TDatabase}"/> hold each to the model.</summary>
public sealed class MigrationsInStepTests
{
    private const string Repair = "add the missing migration with dotnet ef migrations add, and give both files and their [Migration] attributes the same id";

    private static readonly IDatabaseProvider[] Providers = [new SqliteProvider(), new PostgreSqlProvider()];

    [Fact]
    public void All_databases_have_the_same_migrations_in_the_same_order()
    {
        foreach (var provider in Providers)
            provider.Migrations.ShouldBe(Providers[0].Migrations, $"{provider.Name}: {Repair}");
    }

    [Fact]
    public void Every_migration_makes_and_drops_the_same_tables_columns_and_indexes_on_all_databases()
    {
        foreach (var id in Providers[0].Migrations)
        {
            foreach (var provider in Providers)
            {
                OperationsOf(provider, id, migration => migration.UpOperations).ShouldBe(OperationsOf(Providers[0], id, migration => migration.UpOperations), $"{provider.Name} {id}, up");
                OperationsOf(provider, id, migration => migration.DownOperations).ShouldBe(OperationsOf(Providers[0], id, migration => migration.DownOperations), $"{provider.Name} {id}, down");
            }
        }
    }

    private static IEnumerable<string> OperationsOf(IDatabaseProvider provider, string id, Func<Migration, IEnumerable<Microsoft.EntityFrameworkCore.Migrations.Operations.MigrationOperation>> direction)
    {
        var type = provider.GetType().Assembly.GetTypes().Single(type => type.GetCustomAttribute<MigrationAttribute>()?.Id == id);
        return direction((Migration)Activator.CreateInstance(type)!).SelectMany(SchemaOperation.Describe).Order(StringComparer.Ordinal);
    }
}
