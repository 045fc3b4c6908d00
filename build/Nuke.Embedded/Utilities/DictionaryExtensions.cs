namespace Nuke.Common.Utilities.Collections;

/// <summary>Fluent filling of a dictionary, as the summary of a target is made.</summary>
public static class DictionaryExtensions
{
    /// <summary>Adds the pair and returns the dictionary itself.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public static Dictionary<string, string> AddPair(this Dictionary<string, string> dictionary, string key, string value)
    {
        dictionary.Add(key, value);
        return dictionary;
    }
}
