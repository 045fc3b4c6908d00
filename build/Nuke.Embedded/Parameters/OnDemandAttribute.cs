namespace Nuke.Common;

/// <summary>Injected when a target that requires it runs.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OnDemandAttribute : Attribute;
