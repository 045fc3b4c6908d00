using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Parameters;

/// <summary>Reads members named by expressions, without compiling them: a compiled one costs milliseconds at every start.</summary>
internal static class MemberAccess
{
    public static MemberInfo GetMember(this LambdaExpression expression) => expression.FindMember()?.Member
        ?? throw new ArgumentException($"'{expression.Body}' names no member.", nameof(expression));

    /// <summary>The member that the expression names; null if it is something else.</summary>
    public static MemberExpression? FindMember(this LambdaExpression expression) => Unwrap(expression.Body) as MemberExpression;

    /// <summary>The object that the expression reads the member of; null for a static one.</summary>
    public static object? GetTarget(this LambdaExpression expression) =>
        Evaluate((Unwrap(expression.Body) as MemberExpression)?.Expression, argument: null);

    /// <summary>The target that <c>x => x.Target</c> names on the build.</summary>
    public static Target GetTarget<T>(this Expression<Func<T, Target>> expression, T build) =>
        Evaluate(expression.Body, build) as Target ?? expression.Compile(preferInterpretation: true)(build);

    public static object? GetValue(this MemberInfo member, object? instance) => member switch
    {
        FieldInfo field => field.GetValue(instance),
        PropertyInfo property => property.GetValue(instance),
        _ => throw new NotSupportedException($"'{member.Name}' is neither a field nor a property."),
    };

    public static Type GetMemberType(this MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        _ => throw new NotSupportedException($"'{member.Name}' is neither a field nor a property."),
    };

    /// <summary>Sets also what has no setter: a read-only field, or the field behind a get-only property.</summary>
    public static void SetValue(this MemberInfo member, object instance, object? value)
    {
        switch (member)
        {
            case FieldInfo field:
                field.SetValue(instance, value);
                break;
            case PropertyInfo { CanWrite: true } property:
                property.SetValue(instance, value);
                break;
            default:
                BackingField(member)?.SetValue(instance, value);
                break;
        }
    }

    /// <summary>The name without the interface in front of it that an explicit implementation carries.</summary>
    public static string GetShortName(this MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    private static FieldInfo? BackingField(MemberInfo property) => property.DeclaringType?.GetField(
        $"<{property.Name}>k__BackingField",
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic);

    private static Expression Unwrap(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } unary)
            expression = unary.Operand;
        return expression;
    }

    private static object? Evaluate(Expression? expression, object? argument) => expression is null ? null : Unwrap(expression) switch
    {
        ConstantExpression constant => constant.Value,
        ParameterExpression => argument,
        MemberExpression member => member.Member.GetValue(Evaluate(member.Expression, argument)),
        _ => null,
    };
}
