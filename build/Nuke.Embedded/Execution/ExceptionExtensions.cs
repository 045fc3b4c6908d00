using System.Reflection;

namespace Nuke.Common;

internal static class ExceptionExtensions
{
    /// <summary>The failure itself, without what reflection and tasks wrap around it.</summary>
    public static Exception Unwrap(this Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => inner.Unwrap(),
        TypeInitializationException { InnerException: { } inner } => inner.Unwrap(),
        AggregateException { InnerExceptions: [var inner] } => inner.Unwrap(),
        _ => exception,
    };
}
