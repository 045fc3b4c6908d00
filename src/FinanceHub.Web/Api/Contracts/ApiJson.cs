using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinanceHub.Web.Api;

// The API refuses fields it does not know, and what a form left empty is not there.
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(Refresh))]
[JsonSerializable(typeof(PasswordChange))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(NewPortfolio))]
[JsonSerializable(typeof(PortfolioChange))]
[JsonSerializable(typeof(IReadOnlyList<Portfolio>))]
[JsonSerializable(typeof(Naming))]
[JsonSerializable(typeof(IReadOnlyList<Account>))]
[JsonSerializable(typeof(NewActivity))]
[JsonSerializable(typeof(ActivityList))]
[JsonSerializable(typeof(ImportPreview))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(HoldingsReport))]
[JsonSerializable(typeof(LotList))]
[JsonSerializable(typeof(PerformanceReport))]
[JsonSerializable(typeof(PerformanceSeries))]
[JsonSerializable(typeof(PerformanceMonths))]
[JsonSerializable(typeof(DividendsReport))]
[JsonSerializable(typeof(AllocationBreakdown))]
[JsonSerializable(typeof(IReadOnlyList<Instrument>))]
[JsonSerializable(typeof(PriceHistory))]
[JsonSerializable(typeof(IReadOnlyList<Watchlist>))]
[JsonSerializable(typeof(NewAlert))]
[JsonSerializable(typeof(IReadOnlyList<Alert>))]
[JsonSerializable(typeof(AlertHistory))]
[JsonSerializable(typeof(ApiProblem))]
internal sealed partial class ApiJson : JsonSerializerContext;
