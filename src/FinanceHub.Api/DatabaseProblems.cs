using System.Data.Common;
using FinanceHub.Data.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace FinanceHub.Api;

/// <summary>A database that is away is told from a bug: 503, try again.</summary>
internal sealed partial class DatabaseProblems(Database database, IProblemDetailsService problems, ILogger<DatabaseProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Cause(exception) is not { } fault || !database.Provider.IsUnreachable(fault))
            return false;

        LogUnreachable(logger, database.Description, fault.Message);
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = StatusCodes.Status503ServiceUnavailable, Title = "The database is not available.", Detail = "Try again in a moment." },
        });
    }

    /// <summary>What the database said; EF wraps it when it went away in the middle of a change.</summary>
    private static DbException? Cause(Exception exception)
    {
        Exception? inner = exception;
        while (inner is not null and not DbException)
            inner = inner.InnerException;
        return (DbException?)inner;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Database} cannot be reached: {Reason}")]
    private static partial void LogUnreachable(ILogger logger, string database, string reason);
}

internal static class DatabaseProblemsExtensions
{
    public static void AddDatabaseProblems(this IServiceCollection services) => services.AddExceptionHandler<DatabaseProblems>();
}
