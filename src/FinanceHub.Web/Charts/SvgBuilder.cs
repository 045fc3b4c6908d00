using System.Globalization;
using System.Net;
using System.Text;

namespace FinanceHub.Web.Charts;

/// <summary>Writes SVG with everything encoded. Looks come from classes: the pages' policy allows no style attributes.</summary>
internal sealed class SvgBuilder
{
    private readonly StringBuilder _text = new();

    public SvgBuilder Open(string name, params (string Name, object? Value)[] attributes)
    {
        Start(name, attributes);
        _text.Append('>');
        return this;
    }

    public SvgBuilder Close(string name)
    {
        _text.Append("</").Append(name).Append('>');
        return this;
    }

    public SvgBuilder Empty(string name, params (string Name, object? Value)[] attributes)
    {
        Start(name, attributes);
        _text.Append("/>");
        return this;
    }

    public SvgBuilder Text(string name, string text, params (string Name, object? Value)[] attributes)
    {
        Open(name, attributes);
        _text.Append(WebUtility.HtmlEncode(text));
        return Close(name);
    }

    public override string ToString() => _text.ToString();

    /// <summary>A coordinate: a hundredth of a pixel is finer than any screen.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A place that keeps its proportion however wide the drawing gets.</summary>
    public static string Percent(double share) => Number(share * 100) + "%";

    private void Start(string name, (string Name, object? Value)[] attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null)
                continue;
            var text = value is double number ? Number(number) : Convert.ToString(value, CultureInfo.InvariantCulture);
            _text.Append(' ').Append(attribute).Append("=\"").Append(WebUtility.HtmlEncode(text)).Append('"');
        }
    }
}
