using FinanceHub.Data.PostgreSql.Migrating;

namespace FinanceHub.Data.Tests.Migrations;

public sealed class NonBlockingStatementsTests
{
    [Theory]
    [InlineData("CREATE INDEX CONCURRENTLY \"i\" ON \"t\" (\"c\");\n")]
    [InlineData("\n  create unique index concurrently if not exists i\n  on t (c)")]
    [InlineData("DROP INDEX CONCURRENTLY IF EXISTS i;")]
    [InlineData("REINDEX TABLE CONCURRENTLY t")]
    [InlineData("ALTER TABLE t VALIDATE CONSTRAINT k;")]
    public void What_blocks_nobody_is_known_by_its_shape(string sql) => NonBlockingStatements.IsNonBlocking(sql).ShouldBeTrue();

    [Theory]
    [InlineData("CREATE INDEX i ON t (c)")]
    [InlineData("REINDEX TABLE t")]
    [InlineData("UPDATE t SET c = 'CREATE INDEX CONCURRENTLY'")]
    [InlineData("CREATE INDEX CONCURRENTLY i ON t (c); UPDATE t SET c = 0")]
    [InlineData("ALTER TABLE t VALIDATE CONSTRAINT k, ADD COLUMN c int")]
    [InlineData("ALTER TABLE t ADD COLUMN c int, VALIDATE CONSTRAINT k")]
    [InlineData("ALTER TABLE t VALIDATE CONSTRAINT k; UPDATE t SET c = 0")]
    [InlineData("REFRESH MATERIALIZED VIEW CONCURRENTLY v")]
    public void Everything_else_is_limited(string sql) => NonBlockingStatements.IsNonBlocking(sql).ShouldBeFalse();
}
