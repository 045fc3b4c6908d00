namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>An API of which a part cannot be reached, and another makes the web do what nobody has foreseen.</summary>
internal sealed class FailingHandler(HttpMessageHandler api) : DelegatingHandler(api)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.AbsolutePath switch
    {
        var path when path.EndsWith("/performance", StringComparison.Ordinal) => throw new HttpRequestException("It cannot be reached."),
        var path when path.EndsWith("/watchlists", StringComparison.Ordinal) => throw new InvalidOperationException("Nobody has foreseen this."),
        _ => base.SendAsync(request, cancellationToken),
    };
}
