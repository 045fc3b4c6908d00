namespace Nuke.Embedded.Tests.Support;

/// <summary>Tests that use what the whole process shares, as the log, the host and its environment: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class UsesGlobals
{
    public const string Name = "globals";
}
