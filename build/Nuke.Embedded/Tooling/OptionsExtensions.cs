namespace Nuke.Common.Tooling;

/// <summary>Changes of options within a chain of calls.</summary>
public static partial class OptionsExtensions
{
    /// <summary>The changed options.</summary>
    public static T Apply<T>(this T options, Configure<T> configurator)
        where T : Options => configurator(options);

    /// <summary>Each of the options, changed.</summary>
    public static T[] Apply<T>(this T[] options, Configure<T> configurator)
        where T : Options => [.. options.Select(x => configurator(x))];

    /// <summary>The options, changed by the value.</summary>
    public static T Apply<T, TValue>(this T options, Configure<T, TValue> configurator, TValue value)
        where T : Options => configurator(options, value);

    /// <summary>Each of the options, changed by the value.</summary>
    public static T[] Apply<T, TValue>(this T[] options, Configure<T, TValue> configurator, TValue value)
        where T : Options => [.. options.Select(x => configurator(x, value))];

    /// <summary>The changed options where they fulfil the condition, else the options.</summary>
    public static T When<T>(this T options, Func<T, bool> condition, Configure<T> configurator)
        where T : Options => condition(options) ? configurator(options) : options;

    /// <summary>Each of the options, changed where it fulfils the condition.</summary>
    public static T[] When<T>(this T[] options, Func<T, bool> condition, Configure<T> configurator)
        where T : Options => [.. options.Select(x => x.When(condition, configurator))];
}
