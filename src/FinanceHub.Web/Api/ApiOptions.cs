using FinanceHub.ServiceDefaults;

namespace FinanceHub.Web.Api;

/// <summary>Where the API is.</summary>
internal sealed class ApiOptions : IServiceOptions
{
    public static string Section => "FinanceHub";

    /// <summary>An absolute http or https address.</summary>
    public string ApiAddress { get; set; } = "";

    public IEnumerable<string> Faults()
    {
        if (!Uri.TryCreate(ApiAddress, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            yield return $"{Section}:ApiAddress: expected an http address like http://127.0.0.1:5000, found \"{ApiAddress}\"; set {Section}__ApiAddress.";
    }
}
