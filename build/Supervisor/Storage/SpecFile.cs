using System.Text.Json;

namespace FinanceHub.Supervisor.Storage;

/// <summary><c>instance.json</c>, with failures as sentences.</summary>
internal static class SpecFile
{
    /// <exception cref="SupervisorException">The file is malformed or incomplete.</exception>
    internal static InstanceSpec? Read(InstanceDirectory directory)
    {
        try
        {
            return JsonFile.Read(directory.Spec, SupervisorJson.Default.InstanceSpec);
        }
        catch (JsonException malformed)
        {
            throw new SupervisorException(SupervisorFault.InvalidSpec, $"{directory.Spec} is not a valid specification: {malformed.Message}", malformed);
        }
    }

    /// <exception cref="SupervisorException">The directory cannot be written or the disk is full.</exception>
    internal static void Write(InstanceDirectory directory, InstanceSpec spec)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                Directory.CreateDirectory(directory.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            JsonFile.Replace(directory.Spec, spec, SupervisorJson.Default.InstanceSpec, durable: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw StorageFault.From(failure, directory.Root);
        }
    }
}
