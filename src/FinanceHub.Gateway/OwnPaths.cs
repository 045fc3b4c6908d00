namespace FinanceHub.Gateway;

/// <summary>Paths that the gateway answers itself, on either port.</summary>
internal static class OwnPaths
{
    internal const string Version = "/version";

    internal static bool Include(PathString path) => path == Version || path.StartsWithSegments("/health");
}
