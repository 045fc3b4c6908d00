namespace Nuke.Common;

/// <summary>Ends something when disposed.</summary>
internal sealed class Block(Action? end) : IDisposable
{
    public static readonly Block Nothing = new(null);

    public void Dispose() => end?.Invoke();
}
