using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Execution;

/// <summary>A target failed, and the log has said so already.</summary>
[SuppressMessage("Design", "CA1032", Justification = "There is no failure without a target and a cause.")]
internal sealed class TargetExecutionException(string targetName, Exception innerException)
    : Exception($"Target '{targetName}' has thrown an exception.", innerException);
