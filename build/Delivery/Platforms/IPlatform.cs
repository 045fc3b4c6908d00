using System.Net;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Platforms;

/// <summary>
/// Where releases run. A platform observes, applies steps that may be applied again, probes and reads logs; it plans nothing by
/// itself. What happens in which order, under which lock, with which record is decided outside. What each platform must do is stated
/// by the platform contract suite of the tests.
/// </summary>
internal interface IPlatform
{
    /// <summary>The environment's data.</summary>
    IEnvironmentDatabase Database { get; }

    /// <summary>What is there at this moment; changes nothing, and works beside a command that does.</summary>
    Task<Observation> ObserveAsync(CancellationToken cancellation);

    /// <summary>Whether the gateway could be started there: nobody else listens.</summary>
    bool CanListen(IPEndPoint endpoint);

    /// <summary>What the hosts of a release would be started with, but for secrets.</summary>
    IReadOnlyList<HostSettings> SettingsOf(ReleaseBundle release);

    /// <summary>Whether a host that runs has what it would be started with now: the settings, and the values of the secrets.</summary>
    bool IsStartedWith(IInstance host, ReleaseBundle release, IReadOnlyList<HostSecret> secrets);

    /// <summary>Starts those hosts of a release that do not run yet in a group, without traffic; does not wait for them to be ready.</summary>
    /// <returns>All hosts of the group.</returns>
    /// <exception cref="DeliveryFailure">One could not even be started; what was is there to be stopped.</exception>
    Task<IReadOnlyList<IInstance>> StartAsync(ReleaseBundle release, string group, IReadOnlyList<HostSecret> secrets);

    /// <summary>Starts the gateway of a release, with the routes that it had; does not wait for it to be ready.</summary>
    /// <exception cref="DeliveryFailure">It could not be started.</exception>
    Task StartGatewayAsync(ReleaseBundle release, IPEndPoint listen);

    /// <summary>Replaces the running gateway by that of a release, without losing a request or a route.</summary>
    /// <exception cref="DeliveryFailure">The new one does not become ready; the old one serves as before.</exception>
    Task ReplaceGatewayAsync(ReleaseBundle release, IPEndPoint listen);

    /// <summary>Waits until every instance is ready and answers as the release, and tells early when one will never be.</summary>
    /// <exception cref="DeliveryFailure">One ended (<see cref="ExitCode.HostCrashed"/>), is not ready within the limit
    /// (<see cref="ExitCode.HostNeverReady"/>) or answers as another release (<see cref="ExitCode.IdentityMismatch"/>).</exception>
    Task AwaitReadyAsync(IReadOnlyCollection<IInstance> instances, string releaseId, CancellationToken cancellation);

    /// <summary>Looks once whether instances that were ready still run, without a restart since, and answer as the release.</summary>
    /// <exception cref="DeliveryFailure">One ended (<see cref="ExitCode.HostCrashed"/>) or answers as another release
    /// (<see cref="ExitCode.IdentityMismatch"/>).</exception>
    Task ProbeAsync(IReadOnlyCollection<IInstance> instances, string releaseId, CancellationToken cancellation);

    /// <summary>Replaces all routes at once. A client stays on one release, and moves at most once while a share grows.</summary>
    /// <returns>How long the gateway took.</returns>
    /// <exception cref="DeliveryFailure">It refused or did not answer; whether the routes are in force is unknown then.</exception>
    Task<TimeSpan> RouteAsync(TrafficSplit split, CancellationToken cancellation);

    /// <summary>How requests went, by release, as far as that is counted.</summary>
    /// <returns>Null if nobody counts: no gateway answers, or one that is too old to.</returns>
    Task<TrafficReading?> ReadTrafficAsync(CancellationToken cancellation);

    /// <summary>Waits, within the limit, until hosts that get no new requests have answered the old ones.</summary>
    /// <returns>Requests that were still in flight when the time was up.</returns>
    Task<int> DrainAsync(IReadOnlyCollection<IInstance> instances, CancellationToken cancellation);

    /// <summary>Names the group whose API and web are kept running without traffic; null for none. Stops nothing.</summary>
    void KeepStandby(string? group);

    /// <summary>Ends instances in order, who calls before who is called, and keeps their logs. What has ended already is no error.</summary>
    /// <param name="instances">What to end.</param>
    /// <param name="operation">The command that does it: names the logs that are kept.</param>
    /// <returns>Where the logs are; null if there was no instance.</returns>
    Task<string?> StopAsync(IReadOnlyCollection<IInstance> instances, string operation);

    /// <summary>Forgets where requests went: the next gateway starts without routes.</summary>
    void ForgetRoutes();

    /// <summary>Removes what the platform keeps of the environment, data included, after everything was stopped.</summary>
    void Purge();

    /// <summary>What is known about an instance.</summary>
    InstanceReport Describe(IInstance instance);

    /// <summary>The last lines that an instance wrote, oldest first; also of one that has ended and was not stopped yet.</summary>
    IReadOnlyList<string> ReadLogTail(IInstance instance, int lines);

    /// <summary>What an instance writes.</summary>
    /// <param name="instance">Whose log.</param>
    /// <param name="fromStart">Whether what was written before is read too.</param>
    ILogReader FollowLog(IInstance instance, bool fromStart);
}
