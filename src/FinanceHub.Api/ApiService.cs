namespace FinanceHub.Api;

/// <summary>The service's own name.</summary>
internal sealed class ApiService
{
    public const string Id = "api";
}
