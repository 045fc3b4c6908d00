using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>A platform whose gateway stops taking orders at a moment that a test chooses; all else is the real one's.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "The proxy is derived from it at run time.")]
internal class DeafPlatform : DispatchProxy
{
    private IPlatform _real = null!;

    /// <summary>Whether orders are refused from now on.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Whether an order about routes is carried out all the same: only the answer is lost.</summary>
    public bool IsOnlyMute { get; private set; }

    public static (IPlatform Platform, DeafPlatform Control) Of(IPlatform real, bool isOnlyMute)
    {
        var platform = Create<IPlatform, DeafPlatform>();
        var control = (DeafPlatform)(object)platform;
        control._real = real;
        control.IsOnlyMute = isOnlyMute;
        return (platform, control);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        if (!IsDeaf || name is not (nameof(IPlatform.RouteAsync) or nameof(IPlatform.ReplaceGatewayAsync)))
        {
            return targetMethod.Invoke(_real, args);
        }

        return name == nameof(IPlatform.ReplaceGatewayAsync) ? Task.FromException(Silence()) : RouteAsync(args);
    }

    private async Task<TimeSpan> RouteAsync(object?[]? args)
    {
        if (IsOnlyMute)
        {
            await _real.RouteAsync((TrafficSplit)args![0]!, (CancellationToken)args[1]!);
        }

        throw Silence();
    }

    private static DeliveryFailure Silence() => new(ExitCode.Failed, "The gateway does not answer.");
}
