namespace FinanceHub.Web.Charts;

/// <summary>Draws shares of a whole as a ring.</summary>
internal static class DonutSvg
{
    /// <summary>The radius of a circle that is 100 around: a share in percent is a length.</summary>
    private const double Radius = 100 / (2 * Math.PI);

    private const double Middle = 20;

    /// <summary>Colours there are; what comes after them shares the last one.</summary>
    public const int Colours = 8;

    public static string Class(int index) => $"c{Math.Min(index, Colours - 1) + 1}";

    /// <param name="id">Unique on its page.</param>
    /// <param name="title">What the whole is.</param>
    /// <param name="description">What it shows, for those who do not see it.</param>
    /// <param name="shares">Of 1; what is not above 0, such as a debt, has no place on a ring.</param>
    public static string Draw(string id, string title, string description, IReadOnlyList<decimal?> shares)
    {
        var svg = new SvgBuilder()
            .Open("svg", ("class", "donut"), ("role", "img"), ("aria-labelledby", $"{id}-title {id}-desc"), ("viewBox", "0 0 40 40"), ("width", "180"), ("height", "180"))
            .Text("title", title, ("id", $"{id}-title"))
            .Text("desc", description, ("id", $"{id}-desc"))
            .Empty("circle", ("class", "ring"), ("cx", Middle), ("cy", Middle), ("r", Radius));
        var whole = (double)shares.Where(share => share > 0).Sum(share => share!.Value);
        var turned = 0.0;
        for (var i = 0; i < shares.Count; i++)
        {
            if (shares[i] is not > 0)
                continue;
            var part = (double)shares[i]!.Value / whole * 100;
            // A hair less than the part: the gap keeps neighbours apart for those who see no colours.
            var drawn = Math.Max(part - (part < 99.9 ? 0.5 : 0), 0.2);
            svg.Empty(
                "circle", ("class", $"slice {Class(i)}"), ("cx", Middle), ("cy", Middle), ("r", Radius),
                ("stroke-dasharray", $"{SvgBuilder.Number(drawn)} {SvgBuilder.Number(100 - drawn)}"), ("stroke-dashoffset", 25 - turned));
            turned += part;
        }

        return svg.Close("svg").ToString();
    }
}
