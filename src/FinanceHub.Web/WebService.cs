namespace FinanceHub.Web;

/// <summary>The service's own name and place.</summary>
internal sealed class WebService
{
    public const string Id = "web";

    /// <summary>Published, its files stand beside it, wherever it is started from.</summary>
    public static WebApplicationOptions Options(string[] arguments) => new()
    {
        Args = arguments,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };
}
