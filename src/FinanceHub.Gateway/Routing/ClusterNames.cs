namespace FinanceHub.Gateway.Routing;

/// <summary>The two kinds of destinations.</summary>
internal static class ClusterNames
{
    internal const string Api = "api";
    internal const string Web = "web";

    internal static readonly IReadOnlyList<string> All = [Api, Web];
}
