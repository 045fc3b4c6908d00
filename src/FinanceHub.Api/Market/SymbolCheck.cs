using System.Security.Claims;
using FinanceHub.Api.Auth;
using FinanceHub.Data.Prices;

namespace FinanceHub.Api.Market;

/// <summary>Finds symbols that nobody knows, which are mostly misspelt ones. Who holds something that has no price here says so with <c>allowUnknownSymbols=true</c>.</summary>
/// <remarks>Of the query and not of the body: the file of an import has no place for it, and a release that does not know it takes no offence.</remarks>
internal sealed record SymbolCheck(bool? AllowUnknownSymbols, InstrumentStore Instruments, ClaimsPrincipal User)
{
    /// <summary>The symbols that are unknown and not allowed.</summary>
    public async Task<IReadOnlySet<string>> UnknownAsync(Guid portfolio, IEnumerable<string?> symbols, CancellationToken cancellation) =>
        AllowUnknownSymbols == true ? new HashSet<string>() : await Instruments.UnknownAsync(User.UserId(), portfolio, symbols, cancellation);
}
