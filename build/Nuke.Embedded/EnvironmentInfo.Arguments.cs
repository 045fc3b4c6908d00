using System.Linq.Expressions;
using Nuke.Common.Parameters;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    internal static ArgumentParser ArgumentParser { get; } = new(Environment.GetCommandLineArgs().AsSpan(1).ToArray());

    /// <summary>The arguments of the process, without the program.</summary>
    public static IReadOnlyCollection<string> CommandLineArguments => ArgumentParser.Arguments;

    /// <summary>Whether the option is on the command line.</summary>
    public static bool HasArgument(string name) => ArgumentParser.HasArgument(name);

    /// <summary>Whether the option of the member's name is on the command line.</summary>
    public static bool HasArgument<T>(Expression<Func<T>> expression) => HasArgument(expression.GetMember().Name);

    /// <summary>The option's value, converted; the default of T where there is none.</summary>
    /// <exception cref="Exception">The value does not convert.</exception>
    public static T? GetNamedArgument<T>(string parameterName, char? separator = null) =>
        (T?)ArgumentParser.GetNamedArgument(parameterName, typeof(T), separator);

    /// <inheritdoc cref="GetNamedArgument{T}(string, char?)"/>
    public static T? GetNamedArgument<T>(Expression<Func<T>> expression, char? separator = null) =>
        GetNamedArgument<T>(expression.GetMember().Name, separator);

    /// <summary>The argument at a position before the first option; the default of T where there is none.</summary>
    /// <exception cref="Exception">The value does not convert.</exception>
    public static T? GetPositionalArgument<T>(int position, char? separator = null) =>
        (T?)ArgumentParser.GetPositionalArgument(position, typeof(T), separator);

    /// <summary>The arguments before the first option; null where there are none.</summary>
    /// <exception cref="Exception">A value does not convert.</exception>
    public static T[]? GetAllPositionalArguments<T>(char? separator = null) =>
        (T[]?)ArgumentParser.GetAllPositionalArguments(typeof(T[]), separator);
}
