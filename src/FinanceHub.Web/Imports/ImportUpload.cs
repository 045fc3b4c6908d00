using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace FinanceHub.Web.Imports;

/// <summary>Files that are larger than the API takes.</summary>
/// <remarks>
/// The server would refuse a body of 30 MB and more with an empty page before anything of ours is asked, or break the connection off,
/// which a browser shows as "reset". Here the body is read to its end without being kept, and the page is shown again and says why.
/// </remarks>
internal static class ImportUpload
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>More than the form has besides the file: what is larger by this has a file that is too large in it.</summary>
    private const int MostOfForm = 64 * 1024;

    /// <summary>No customer's mistake is larger; what is gets no page, for nobody reads it to its end.</summary>
    private const int MostSkipped = 200 * 1024 * 1024;

    private static readonly object Mark = new();

    /// <summary>Whether this page was sent a file that was not even looked at.</summary>
    public static bool WasTooLarge(HttpContext context) => context.Items.ContainsKey(Mark);

    /// <summary>For whoever may see the page, and before anything reads its form.</summary>
    public static void UseUploadLimit(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        var isTooLarge = HttpMethods.IsPost(request.Method) && request.ContentLength is > Largest + MostOfForm and <= MostSkipped;
        if (isTooLarge && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(ImportPage))
        {
            await SkipBodyAsync(context);
            context.Items.Add(Mark, null);
            // There is no form any more: it is asked for the page alone.
            (request.Method, request.ContentType) = (HttpMethods.Get, null);
        }

        await next(context);
    });

    private static async Task SkipBodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostSkipped;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }
}
