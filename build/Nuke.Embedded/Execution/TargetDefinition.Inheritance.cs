using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public ITargetDefinition Base()
    {
        if (!overridden.TryPop(out var getter))
            throw new InvalidOperationException($"Target '{Name}' does not have any base members. To inherit from an interface default implementation, use Inherit<T> instead.");
        return Inherit(CallNonVirtually(getter));
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var inherited in targets)
            _ = inherited(this);
        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets)
    {
        var properties = targets.Length == 0 ? [SingleTargetOf(typeof(T))] : Array.ConvertAll(targets, x => (PropertyInfo)x.GetMember());
        return Inherit(Array.ConvertAll(properties, x => CallNonVirtually(x.GetMethod!)));
    }

    // What the member says where it is declared, not what the build made of it: only a call by address gets there.
    private Target CallNonVirtually(MethodInfo getter) =>
        ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, getter.MethodHandle.GetFunctionPointer())!)();

    private static Stack<MethodInfo> BaseGetters(PropertyInfo target, Type build)
    {
        var getters = new Stack<MethodInfo>();
        if (target.GetMethod is not { IsVirtual: true } || target.DeclaringType is { IsInterface: true })
            return getters;

        // The nearest base is inherited first, so it has to be on top.
        var chain = new List<MethodInfo>();
        for (var type = build; type is not null && type != typeof(object); type = type.BaseType)
        {
            var property = type.GetProperty(
                target.Name,
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
            if (property?.GetMethod is { } getter && property.DeclaringType != target.DeclaringType)
                chain.Add(getter);
        }

        for (var i = chain.Count - 1; i >= 0; i--)
            getters.Push(chain[i]);
        return getters;
    }
}
