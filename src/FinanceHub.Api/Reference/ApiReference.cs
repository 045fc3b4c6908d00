using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FinanceHub.Api.Reference;

/// <summary>The description of the interface. The committed openapi.json is what it says; a test compares them.</summary>
internal static class ApiReference
{
    private const string Scheme = "bearer";

    public static void AddApiReference(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    public static void MapApiReference(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/api/v1/openapi.json");

    // Nothing of the release and of the machine: the same interface is the same text.
    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "FinanceHub",
            Version = "v1",
            Description = "Portfolios, their valuation and their performance. A figure is a number or the reason why there is none. Errors are problem documents (RFC 9457).",
        };
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Scheme, Description = "The access token of a sign-in." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
    }
}
