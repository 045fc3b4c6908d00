using System.Globalization;

namespace FinanceHub.Testing.PostgreSql;

/// <summary>Whom the server runs as: PostgreSQL refuses to run as root.</summary>
internal sealed record ServerAccount(int UserId, int GroupId)
{
    private static readonly string[] Names = ["postgres", "nobody"];

    /// <summary>The account for a server that root starts; null when somebody else does, as whom it runs then.</summary>
    public static ServerAccount? Find() => Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? Find(File.ReadAllLines("/etc/passwd")) : null;

    /// <summary>The command, run as that account.</summary>
    public IReadOnlyList<string> Run(IReadOnlyList<string> command) =>
        ["setpriv", "--reuid", Text(UserId), "--regid", Text(GroupId), "--clear-groups", "--", .. command];

    /// <summary>The command that gives the account a directory and what is in it.</summary>
    public IReadOnlyList<string> TakeOver(string directory) => ["chown", "-R", $"{Text(UserId)}:{Text(GroupId)}", directory];

    private static ServerAccount Find(IReadOnlyList<string> accounts)
    {
        var fields = Names
            .Select(name => accounts.Select(line => line.Split(':')).FirstOrDefault(parts => parts.Length > 3 && parts[0] == name))
            .FirstOrDefault(parts => parts is not null)
            ?? throw new InvalidOperationException($"PostgreSQL does not run as root: expected an account {string.Join(" or ", Names)}, found neither; run the tests as somebody else.");
        return new ServerAccount(int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
