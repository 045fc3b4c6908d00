using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Execution;

/// <summary>A person's terminal, or anything else that is no CI server.</summary>
public class Terminal : Host
{
    [SuppressMessage("Performance", "CA1822", Justification = "Given by the API.")]
    public static bool IsRunningTerminal => true;
}
