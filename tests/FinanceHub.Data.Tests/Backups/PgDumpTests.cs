using FinanceHub.Data.PostgreSql.Backups;

namespace FinanceHub.Data.Tests.Backups;

public sealed class PgDumpTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub pg_dump ");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void The_password_is_where_other_users_of_the_machine_cannot_read_it()
    {
        var command = PgDumpCommand.Of("pg_dump", "Host=db;Port=5433;Database=finance hub;Username=ada;Password=hunter2;SSL Mode=VerifyFull;Root Certificate=/ca.pem", "copy");

        command.ArgumentList.ShouldNotContain(argument => argument.Contains("hunter2"));
        command.ArgumentList.ShouldContain("copy");
        string[] names = ["PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGSSLMODE", "PGSSLROOTCERT"];
        names.Select(name => command.Environment[name]).ShouldBe(["db", "5433", "finance hub", "ada", "hunter2", "verify-full", "/ca.pem"]);
    }

    [Fact]
    public void The_search_path_comes_first_and_then_the_newest_version()
    {
        var versions = Path.Combine(_directory.FullName, "versions");
        var older = Add("versions", "9", "bin");
        var newer = Add("versions", "16", "bin");
        var own = Add("own");

        ClientProgram.Find("pg_dump", $"/nowhere{Path.PathSeparator}{Path.GetDirectoryName(own)}", versions).ShouldBe(own);
        ClientProgram.Find("pg_dump", "/nowhere", versions).ShouldBe(newer);
        File.Delete(newer);
        ClientProgram.Find("pg_dump", "/nowhere", versions).ShouldBe(older);
        ClientProgram.Find("pg_dump", "/nowhere", Path.Combine(_directory.FullName, "none")).ShouldBeNull();
    }

    private string Add(params string[] names)
    {
        var file = Path.Combine([_directory.FullName, .. names, "pg_dump"]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        return file;
    }
}
