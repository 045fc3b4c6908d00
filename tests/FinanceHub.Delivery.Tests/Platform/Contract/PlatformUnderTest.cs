using System.Net;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Platform.Contract;

/// <summary>An environment of a platform's own in which nothing runs yet; everything of it is gone at the end.</summary>
internal abstract class PlatformUnderTest : IAsyncDisposable
{
    /// <summary>The platform; every call makes a new one, as every command does.</summary>
    public abstract IPlatform Open(EnvironmentLimits? limits = null);

    /// <summary>Makes a release of stub hosts available to the platform.</summary>
    public abstract Task<ReleaseBundle> AddAsync(StubRelease release);

    /// <summary>Where the gateway is to listen; free.</summary>
    public abstract IPEndPoint Listen { get; }

    public abstract ValueTask DisposeAsync();
}
