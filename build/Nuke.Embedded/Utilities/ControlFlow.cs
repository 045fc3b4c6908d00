using Serilog;

namespace Nuke.Common;

/// <summary>Actions that may fail.</summary>
public static class ControlFlow
{
    /// <summary>Runs the action; a failure becomes a warning.</summary>
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            Warn(exception, includeStackTrace, logWarning);
        }
    }

    /// <summary>The function's result; a failure becomes a warning and the default value is the result.</summary>
    public static T? SuppressErrors<T>(
        Func<T> action,
        T? defaultValue = default,
        bool includeStackTrace = false,
        bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            Warn(exception, includeStackTrace, logWarning);
            return defaultValue;
        }
    }

    /// <summary>Runs the action until it does not fail.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cleanup">Runs after each attempt, failed or not.</param>
    /// <param name="retryAttempts">How often it runs at most; 1 or more.</param>
    /// <param name="delay">The time between two attempts; none, if not given.</param>
    /// <param name="logAction">Gets the message about each failure but the last; Log.Warning, if not given.</param>
    /// <exception cref="Exception">The last failure.</exception>
    public static void ExecuteWithRetry(
        Action action,
        Action? cleanup = null,
        int retryAttempts = 3,
        TimeSpan? delay = null,
        Action<string>? logAction = null)
    {
        Assert.True(retryAttempts > 0, "At least one attempt is needed");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (attempt < retryAttempts)
            {
                (logAction ?? Log.Warning)($"Attempt #{attempt} failed with: {exception.Message}");
            }
            finally
            {
                cleanup?.Invoke();
            }

            if (delay is { } pause)
                Thread.Sleep(pause);
        }
    }

    private static void Warn(Exception exception, bool includeStackTrace, bool logWarning)
    {
        if (!logWarning)
            return;

        if (includeStackTrace)
            Log.Warning(exception, "{Message}", exception.Message);
        else
            Log.Warning("{Message}", exception.Message);
    }
}
