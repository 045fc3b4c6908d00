using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Api.Activities;
using FinanceHub.Api.Alerts;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Exports;
using FinanceHub.Api.Holdings;
using FinanceHub.Api.Imports;
using FinanceHub.Api.Market;
using FinanceHub.Api.Operations;
using FinanceHub.Api.Performance;
using FinanceHub.Api.Portfolios;
using FinanceHub.Api.Watchlists;
using Microsoft.AspNetCore.Mvc;

namespace FinanceHub.Api;

/// <summary>Everything that goes over the wire. An unknown field is refused: a misspelt fee must not vanish.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(RegisteredUser))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(ChangePasswordRequest))]
[JsonSerializable(typeof(CreatePortfolioRequest))]
[JsonSerializable(typeof(ChangePortfolioRequest))]
[JsonSerializable(typeof(PortfolioResponse))]
[JsonSerializable(typeof(IReadOnlyList<PortfolioResponse>))]
[JsonSerializable(typeof(AccountRequest))]
[JsonSerializable(typeof(AccountResponse))]
[JsonSerializable(typeof(IReadOnlyList<AccountResponse>))]
[JsonSerializable(typeof(ActivityRequest))]
[JsonSerializable(typeof(ActivityResponse))]
[JsonSerializable(typeof(ActivityListResponse))]
[JsonSerializable(typeof(ImportPreview))]
[JsonSerializable(typeof(ImportOutcome))]
[JsonSerializable(typeof(PortfolioExport))]
[JsonSerializable(typeof(HoldingsResponse))]
[JsonSerializable(typeof(LotsResponse))]
[JsonSerializable(typeof(AllocationResponse))]
[JsonSerializable(typeof(DividendsResponse))]
[JsonSerializable(typeof(PerformanceResponse))]
[JsonSerializable(typeof(SeriesResponse))]
[JsonSerializable(typeof(MonthsResponse))]
[JsonSerializable(typeof(IReadOnlyList<InstrumentResponse>))]
[JsonSerializable(typeof(PricesResponse))]
[JsonSerializable(typeof(RatesResponse))]
[JsonSerializable(typeof(WatchlistRequest))]
[JsonSerializable(typeof(IReadOnlyList<WatchlistResponse>))]
[JsonSerializable(typeof(AlertRequest))]
[JsonSerializable(typeof(IReadOnlyList<AlertResponse>))]
[JsonSerializable(typeof(AlertHistoryResponse))]
[JsonSerializable(typeof(IReadOnlyList<WorkerResponse>))]
[JsonSerializable(typeof(IReadOnlyList<JobResponse>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class ApiJson : JsonSerializerContext;

internal static class ApiJsonExtensions
{
    public static void AddApiJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(options =>
    {
        options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    });
}
