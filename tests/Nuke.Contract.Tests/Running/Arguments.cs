using System.Text;

namespace Nuke.Contract.Tests.Running;

/// <summary>Splits a line at spaces, except within double quotes.</summary>
internal static class Arguments
{
    public static string[] Split(string line)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        var (isQuoted, isOpen) = (false, false);
        foreach (var character in line)
        {
            if (character == '"')
            {
                isQuoted = !isQuoted;
                isOpen = true;
            }
            else if (character == ' ' && !isQuoted)
            {
                if (isOpen)
                    arguments.Add(current.ToString());
                current.Clear();
                isOpen = false;
            }
            else
            {
                current.Append(character);
                isOpen = true;
            }
        }

        if (isOpen)
            arguments.Add(current.ToString());
        return [.. arguments];
    }
}
