using System.Text;

namespace FinanceHub.Delivery.CommandLine;

/// <summary>How names of options compare and how they are written.</summary>
public static class OptionNames
{
    /// <summary>Case and dashes do not count.</summary>
    public static bool AreEqual(string left, string right) =>
        string.Equals(Plain(left), Plain(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>The name without dashes.</summary>
    public static string Plain(string name) => name.Contains('-') ? name.Replace("-", string.Empty, StringComparison.Ordinal) : name;

    /// <summary><c>ApiKey</c> is <c>api-key</c>.</summary>
    public static string Dashed(string name)
    {
        var dashed = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                dashed.Append('-');
            dashed.Append(char.ToLowerInvariant(name[i]));
        }

        return dashed.ToString();
    }
}
