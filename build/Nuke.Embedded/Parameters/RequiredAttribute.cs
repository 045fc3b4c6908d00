namespace Nuke.Common;

/// <summary>Nothing runs while the member has no value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class RequiredAttribute : Attribute;
