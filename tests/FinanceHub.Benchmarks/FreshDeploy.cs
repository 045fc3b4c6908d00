using System.Globalization;
using FinanceHub.Testing.Clones;

namespace FinanceHub.Benchmarks;

/// <summary>From a fresh clone with a warm package cache to a deployed release: once, since only the first time is fresh.</summary>
internal static class FreshDeploy
{
    public static async Task MeasureAsync(FreshClone clone, Table table)
    {
        var deploy = (await clone.BuildAsync("Deploy", "--env", "local", "--port", clone.Port.ToString(CultureInfo.InvariantCulture))).Require();
        table.Add("fresh clone to deployed", [deploy.Elapsed], "warm package cache; engine chosen, build compiled, release built");
    }
}
