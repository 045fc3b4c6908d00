using FinanceHub.Data.PostgreSql.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>Migrations that take longer than any other statement may, as a release would have them beside its own.</summary>
internal static class LongMigrations
{
    public const string Operation = "20990101000000_Operation";
    public const string Statements = "20990102000000_Statements";
    public const string Fill = "20990103000000_Fill";
}

[DbContext(typeof(FinanceHubDbContext))]
[Migration(LongMigrations.Operation)]
internal sealed class ConcurrentOperation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        // What .IsCreatedConcurrently() writes into a migration.
        migrationBuilder.CreateIndex("IX_Long", "Activities", "Symbol").Annotation("Npgsql:CreatedConcurrently", true);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropIndex("IX_Long", "Activities");
}

[DbContext(typeof(FinanceHubDbContext))]
[Migration(LongMigrations.Statements)]
internal sealed class ConcurrentStatements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX CONCURRENTLY IF EXISTS \"IX_Long\"", suppressTransaction: true);
        migrationBuilder.Sql("CREATE UNIQUE INDEX CONCURRENTLY \"IX_Long\" ON \"Activities\" (\"Symbol\", \"Id\");", suppressTransaction: true);
        migrationBuilder.Sql("CREATE TABLE \"Limits\" AS SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE \"Limits\"; DROP INDEX \"IX_Long\"");
}

[DbContext(typeof(FinanceHubDbContext))]
[Migration(LongMigrations.Fill)]
internal sealed class LongFill : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("SELECT pg_sleep(20)", suppressTransaction: true);

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // A question leaves nothing.
    }
}

/// <summary>They change nothing of the model.</summary>
[DbContext(typeof(FinanceHubDbContext))]
internal sealed class LongSnapshot : FinanceHubDbContextModelSnapshot;
