namespace Nuke.Common.Tooling;

public static partial class OptionsExtensions
{
    /// <summary>One copy per configurator.</summary>
    public static T[] CombineWith<T>(this T options, params Configure<T>[] configurators)
        where T : Options => [.. configurators.Select(x => x(options))];

    /// <summary>The copies that each configurator makes.</summary>
    public static T[] CombineWith<T>(this T options, params CombinatorialConfigure<T>[] configurators)
        where T : Options => [.. configurators.SelectMany(x => x(options))];

    /// <summary>One copy of each per configurator.</summary>
    public static T[] CombineWith<T>(this IEnumerable<T> options, params Configure<T>[] configurators)
        where T : Options => [.. configurators.SelectMany(x => options.Select(y => x(y)))];

    /// <summary>One copy per value.</summary>
    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options => [.. values.Select(x => configurator(options, x))];

    /// <summary>One copy of each per value.</summary>
    public static T[] CombineWith<T, TValue>(this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options => [.. options.SelectMany(x => values.Select(y => configurator(x, y)))];

    /// <summary>Several copies per value.</summary>
    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, IEnumerable<T>> configurator)
        where T : Options => [.. values.SelectMany(x => configurator(options, x))];
}
