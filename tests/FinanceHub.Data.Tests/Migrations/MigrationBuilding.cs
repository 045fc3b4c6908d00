using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>Operations as a migration collects them.</summary>
internal static class MigrationBuilding
{
    public static List<MigrationOperation> Collect(Action<MigrationBuilder> build)
    {
        var builder = new MigrationBuilder(null);
        build(builder);
        return builder.Operations;
    }

    public static CreateTableBuilder<object> NewTable(this MigrationBuilder builder, string name = "n", string? schema = null) =>
        builder.CreateTable(name, table => (object)new { Id = table.Column<int>() }, schema);
}
