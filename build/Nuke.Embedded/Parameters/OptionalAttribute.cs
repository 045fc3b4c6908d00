namespace Nuke.Common;

/// <summary>A failing injection is silent.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OptionalAttribute : Attribute;
