using FinanceHub.Web.Api;

namespace FinanceHub.Web.Performance;

/// <summary>How warm a month is. The number stands in it as well: the colour is not all there is.</summary>
internal static class HeatScale
{
    private const decimal Mild = 0.01m;

    private const decimal Strong = 0.04m;

    public static string Class(decimal? change) => change switch
    {
        null => "none",
        >= Strong => "up3",
        >= Mild => "up2",
        > 0 => "up1",
        0 => "",
        > -Mild => "down1",
        > -Strong => "down2",
        _ => "down3",
    };

    /// <summary>The months one after the other; null if one of them is not known.</summary>
    public static decimal? Linked(IEnumerable<MonthReturn> months) =>
        months.Aggregate((decimal?)1, (grown, month) => grown * (1 + month.TimeWeighted.Value)) - 1;
}
