using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Execution;

/// <summary>A signal ended the build.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It has nothing to say but that it happened.")]
internal sealed class InterruptedException() : Exception("The build was interrupted.");
