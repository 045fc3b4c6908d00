namespace FinanceHub.Supervisor.Storage;

/// <summary>Names of the files of one instance.</summary>
internal sealed class InstanceDirectory(string path)
{
    internal string Root { get; } = Path.GetFullPath(path);

    internal string Spec => Path.Combine(Root, "instance.json");

    internal string Status => Path.Combine(Root, "status.json");

    internal string Lock => Path.Combine(Root, "instance.lock");

    internal string Processes => Path.Combine(Root, "processes");

    internal string ServiceLog => Path.Combine(Root, "service.log");

    internal string SupervisorLog => Path.Combine(Root, "supervisor.log");

    /// <summary>Standard error of a supervisor: empty unless it could not start or failed.</summary>
    internal string SupervisorErrors => Path.Combine(Root, "supervisor.err");

    /// <summary>Whether a supervisor holds the instance's lock.</summary>
    internal bool IsLocked
    {
        get
        {
            try
            {
                // Opening takes a shared lock for a moment, which is refused while a supervisor holds the exclusive one.
                File.OpenHandle(Lock, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
                return false;
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
    }
}
