namespace FinanceHub.Delivery.Files;

/// <summary>Tells a full disk and missing permissions, which the user can repair, from bugs.</summary>
internal static class StateFaults
{
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaExceeded = 122;

    /// <summary>Whether the file system has no room.</summary>
    public static bool IsFull(IOException fault) => fault.HResult is NoSpaceLeft or QuotaExceeded;

    /// <summary>The failure that explains an exception of the file system, or null if it is none that a user causes.</summary>
    /// <param name="fault">What was caught.</param>
    /// <param name="root">The state directory, named in the message.</param>
    public static DeliveryFailure? Explain(Exception fault, string root) => fault switch
    {
        // On Unix the runtime puts errno into HResult.
        IOException { HResult: NoSpaceLeft or QuotaExceeded } => Full(root, fault),
        IOException { HResult: ReadOnlyFileSystem } => NotWritable(root, fault),
        UnauthorizedAccessException => NotWritable(root, fault),
        _ => null,
    };

    /// <summary>The disk is full, or will be.</summary>
    public static DeliveryFailure Full(string root, Exception? fault = null, string? figures = null) => new(
        ExitCode.DiskFull,
        $"The disk that holds the state directory {root} is full{(figures is null ? "" : $": {figures}")}. Free some space, or choose another place with --state, then repeat the command.",
        fault);

    /// <summary>The directory cannot be created or written.</summary>
    public static DeliveryFailure NotWritable(string root, Exception fault) => new(
        ExitCode.StateNotWritable,
        $"The state directory {root} cannot be written as user {Environment.UserName}: {fault.Message.TrimEnd('.')}. Give that user write access, or choose another place with --state.",
        fault);
}
