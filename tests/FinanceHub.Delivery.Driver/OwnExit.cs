using System.Runtime.InteropServices;

namespace FinanceHub.Delivery.Driver;

/// <summary>
/// Ends the driver without what the runtime does at its end: where coverage is measured, that writes a file which the supervisors write as
/// well, and who of two is second ends with 134 instead of its own code.
/// </summary>
internal static partial class OwnExit
{
    /// <summary>Does not return.</summary>
    public static int With(int code)
    {
        Console.Out.Flush();
        Console.Error.Flush();
        Exit(code);
        return code;
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
