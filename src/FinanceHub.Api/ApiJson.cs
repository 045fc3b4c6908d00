using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Api.Activities;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Exports;
using FinanceHub.Api.Holdings;
using FinanceHub.Api.Imports;
using FinanceHub.Api.Operations;
using FinanceHub.Api.Portfolios;
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
[JsonSerializable(typeof(IReadOnlyList<WorkerResponse>))]
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
