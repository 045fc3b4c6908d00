using System.Text;

namespace FinanceHub.Web.Charts;

/// <summary>Draws a line as small as a word; the numbers beside it say what it shows.</summary>
internal static class SparklineSvg
{
    private const double Width = 100;

    private const double Height = 28;

    private const double Edge = 2;

    public static string Draw(IReadOnlyList<decimal> values)
    {
        if (values.Count < 2)
            return "";

        var (low, high) = (values.Min(), values.Max());
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var share = high == low ? 0.5 : (double)((values[i] - low) / (high - low));
            path.Append(i == 0 ? 'M' : 'L').Append(SvgBuilder.Number(i * Width / (values.Count - 1))).Append(' ').Append(SvgBuilder.Number(Height - Edge - share * (Height - 2 * Edge)));
        }

        return new SvgBuilder()
            .Open("svg", ("class", values[^1] >= values[0] ? "spark up" : "spark down"), ("aria-hidden", "true"), ("viewBox", $"0 0 {Width} {Height}"), ("width", Width), ("height", Height), ("preserveAspectRatio", "none"))
            .Empty("path", ("d", path), ("vector-effect", "non-scaling-stroke"))
            .Close("svg").ToString();
    }
}
