using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>What must be there before anything runs.</summary>
internal static class Requirements
{
    /// <exception cref="InvalidOperationException">Something is missing.</exception>
    public static void Validate(NukeBuild build, IReadOnlyCollection<ExecutableTarget> targets)
    {
        foreach (var target in targets)
        {
            foreach (var requirement in target.DelegateRequirements)
                Validate(build, target, requirement);
        }

        foreach (var member in BuildMembers.All(build.GetType()).Where(x => x.IsDefined(typeof(RequiredAttribute))))
        {
            if (member.GetValue(build) is null)
                throw new InvalidOperationException($"Member '{NameOf(member)}' is required to be not null");
        }
    }

    private static void Validate(NukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            // A member can be read; only a calculated condition is worth compiling.
            var holds = condition.FindMember() is { } flag
                ? (bool)flag.Member.GetValue(condition.GetTarget())!
                : condition.Compile(preferInterpretation: true)();
            Assert.True(holds, $"Target '{target.Name}' requires '{requirement.Body}'");
            return;
        }

        var member = OnBuild(requirement.GetMember(), build.GetType());
        if (!member.IsDefined(typeof(ValueInjectionAttributeBase)))
            throw new InvalidOperationException($"Member '{NameOf(member)}' is required from target '{target.Name}' but not marked with an injection attribute.");
        if (member.GetValue(build) is null)
            throw new InvalidOperationException($"Target '{target.Name}' requires member '{NameOf(member)}' to be not null");
    }

    // A component names its own member; the build may have put another in its place.
    private static MemberInfo OnBuild(MemberInfo member, Type build) => member.DeclaringType == build
        ? member
        : build.GetMember(member.Name).SingleOrDefault() ?? member;

    private static string NameOf(MemberInfo member) => member.IsDefined(typeof(ParameterAttribute)) ? ParameterNames.Of(member) : member.Name;
}
