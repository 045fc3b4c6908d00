using System.Security.Cryptography;
using FinanceHub.Api.Validation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace FinanceHub.Api.Reference;

/// <summary>The description of the interface. The committed openapi.json is what it says; a test compares them.</summary>
internal static class ApiReference
{
    private const string Document = "/api/v1/openapi.json";
    private const string Scheme = "bearer";

    public static void AddApiReference(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    public static void MapApiReference(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(Document);
        routes.MapScalarApiReference("/api/v1/docs", ConfigurePage);
    }

    /// <summary>The page comes with its script; it asks nobody but this host.</summary>
    private static void ConfigurePage(ScalarOptions page, HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        page.WithTitle("FinanceHub API").WithOpenApiRoutePattern(Document).WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent();
        // Style is inline: the script writes it. Nothing that others wrote is on the page.
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        // By what it is about, not by the class that happens to answer: api/v1/{topic}.
        var topic = context.Description.RelativePath!.Split('/')[2];
        operation.Tags = new HashSet<OpenApiTagReference> { new(topic, context.Document) };
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            operation.Security = [];
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RevisionRequired>().Any())
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = HeaderNames.IfMatch,
                In = ParameterLocation.Header,
                Required = true,
                Description = "The ETag of what the change is based on; * for whatever there is.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
    }

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
        var paths = document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal).ToList();
        document.Paths = [];
        foreach (var (path, item) in paths)
            document.Paths.Add(path, item);
        document.Tags = new HashSet<OpenApiTag>(paths.Select(path => path.Key.Split('/')[3]).Distinct(StringComparer.Ordinal).Select(topic => new OpenApiTag { Name = topic }));
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Scheme, Description = "The access token of a sign-in." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
    }
}
