using System.Reflection;
using System.Text.RegularExpressions;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Testing;
using FinanceHub.Testing.Clones;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>The hosts start with a model that was written into the sources; an old one would read and write columns as they once were.</summary>
public sealed partial class CompiledModelTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub model ");

    [Fact]
    public void SQLite_has_the_model_that_would_be_written_now() => IsCurrent<SqliteProvider>();

    [Fact]
    public void PostgreSQL_has_the_model_that_would_be_written_now() => IsCurrent<PostgreSqlProvider>();

    [Fact]
    public async Task The_hosts_use_it_and_migrations_compare_with_the_real_one()
    {
        await using var database = new SqliteTestDatabase();
        await using var context = database.Open();

        context.Model.ShouldBeSameAs(FinanceHub.Data.Sqlite.CompiledModel.FinanceHubDbContextModel.Instance);
        context.GetService<IDesignTimeModel>().Model.ShouldNotBeAssignableTo<RuntimeModel>();
    }

    /// <inheritdoc/>
    public void Dispose() => _directory.Delete(recursive: true);

    private void IsCurrent<TProvider>()
        where TProvider : IDatabaseProvider
    {
        var project = typeof(TProvider).Namespace!;
        var directory = Path.Combine(RepositoryRoot.Path, "src", project);
        Write(typeof(TProvider).Assembly, directory, _directory.FullName);

        var committed = Texts(Path.Combine(directory, "CompiledModel"));
        var written = Texts(_directory.FullName);

        var stale = written.Keys.Union(committed.Keys).Where(file => written.GetValueOrDefault(file) != committed.GetValueOrDefault(file)).Order(StringComparer.Ordinal);
        written.ShouldNotBeEmpty();
        stale.ShouldBeEmpty($"In src/{project}: dotnet ef dbcontext optimize --output-dir CompiledModel --namespace {project}.CompiledModel, then delete the files of entities that are no more.");
    }

#pragma warning disable EF1001 // What `dotnet ef dbcontext optimize` itself calls; the tool's process would build the project first.
    private static void Write(Assembly assembly, string directory, string target) =>
        new DbContextOperations(new OperationReporter(handler: null), assembly, assembly, directory, directory, assembly.GetName().Name, "C#", nullable: true, args: [])
            .Optimize(target, $"{assembly.GetName().Name}.CompiledModel", contextTypeName: null, suffix: null, scaffoldModel: true, precompileQueries: false, nativeAot: false);
#pragma warning restore EF1001

    // Without the id that EF makes up for each that it writes.
    private static Dictionary<string, string> Texts(string directory) => Directory.EnumerateFiles(directory)
        .ToDictionary(file => Path.GetFileName(file), file => ModelId().Replace(File.ReadAllText(file), ""), StringComparer.Ordinal);

    [GeneratedRegex("modelId: new Guid\\(\"[^\"]*\"\\)")]
    private static partial Regex ModelId();
}
