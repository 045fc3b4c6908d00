namespace Nuke.Common;

/// <summary>What the names of a component's parameters start with.</summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public class ParameterPrefixAttribute(string prefix) : Attribute
{
    private const string Suffix = "Prefix";

    public string Prefix { get; } = prefix.EndsWith(Suffix, StringComparison.Ordinal) ? prefix[..^Suffix.Length] : prefix;
}
