namespace Nuke.Common;

/// <summary>One thing that a build can do; made by a property of this type.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
