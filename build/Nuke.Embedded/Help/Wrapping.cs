using System.Text;

namespace Nuke.Common.Help;

/// <summary>Breaks lines so that they fit the terminal.</summary>
internal static class Wrapping
{
    private const int Narrowest = 40;
    private const int Widest = 90;
    private const int Usual = 80;

    private static readonly int Width = TerminalWidth();

    /// <param name="text">What the line is appended to.</param>
    /// <param name="line">The line, which ends where the terminal does.</param>
    /// <param name="indent">Columns by which the rest of it is moved in.</param>
    public static void Append(StringBuilder text, string line, int indent)
    {
        var rest = line;
        while (rest.Length >= Width)
        {
            var space = rest.LastIndexOf(' ', Width - 1);
            if (space <= indent)
                break;
            text.Append(rest.AsSpan(0, space).TrimEnd()).Append('\n');
            rest = new string(' ', indent) + rest[(space + 1)..].TrimStart();
        }

        text.Append(rest).Append('\n');
    }

    private static int TerminalWidth()
    {
        if (Console.IsOutputRedirected)
            return Usual;
        try
        {
            return Math.Clamp(Console.BufferWidth, Narrowest, Widest);
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
