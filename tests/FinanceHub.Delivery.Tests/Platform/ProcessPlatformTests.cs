using System.Net;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Platform.Contract;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Platform;

/// <summary>The process platform does what any must.</summary>
public sealed class ProcessPlatformLifeTests : PlatformLifeContract
{
    private protected override PlatformUnderTest Create() => new ProcessPlatformUnderTest();
}

/// <inheritdoc cref="ProcessPlatformLifeTests"/>
public sealed class ProcessPlatformTrafficTests(ProcessTwoGroups groups) : PlatformTrafficContract(groups), IClassFixture<ProcessTwoGroups>;

/// <summary>Two releases on the process platform.</summary>
public sealed class ProcessTwoGroups : TwoGroups
{
    private protected override PlatformUnderTest Create() => new ProcessPlatformUnderTest();
}

/// <summary>A state directory and a port of a test's own.</summary>
internal sealed class ProcessPlatformUnderTest : PlatformUnderTest
{
    private readonly Rig _rig = new();

    public ProcessPlatformUnderTest() => StateProbe.RequireWritable(_rig.State);

    public override IPEndPoint Listen => new(IPAddress.Loopback, _rig.Environment.Port);

    public override IPlatform Open(EnvironmentLimits? limits = null) => PlatformCatalog.Create(_rig.Environment with { Limits = limits ?? _rig.Environment.Limits }, _rig.State, TimeProvider.System);

    public override async Task<ReleaseBundle> AddAsync(StubRelease release) => await ReleaseBundle.OpenAsync(await _rig.SealAsync(release), CancellationToken.None);

    public override ValueTask DisposeAsync() => _rig.DisposeAsync();
}
