namespace FinanceHub.Gateway.Routing;

/// <summary>The routes in force. Requests read them without a lock; changes happen one at a time.</summary>
internal sealed class RouteSwitch
{
    private readonly Lock _changes = new();
    private readonly RouteFile _file;
    private readonly ILogger<RouteSwitch> _logger;
    private readonly List<Destination> _draining = [];
    private RouteTable _table = RouteTable.Empty;
    private bool _persisted;

    public RouteSwitch(RouteFile file, ILogger<RouteSwitch> logger)
    {
        (_file, _logger) = (file, logger);
        try
        {
            if (file.Read() is not { } stored)
                return;
            _table = RouteTable.Create(stored.Routes, stored.Revision, []);
            _persisted = true;
        }
        catch (InvalidDataException fault)
        {
            Fault = fault.Message;
            _logger.LogUnreadable(fault.Message);
        }
    }

    /// <summary>Why the stored routes could not be read, <see langword="null"/> when all is well; new routes heal it.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Release that is served, <see langword="null"/> without routes.</summary>
    internal string? ServingReleaseId => Volatile.Read(ref _table).ReleaseId;

    /// <summary>Chooses a destination and counts the request there; the caller must <see cref="Destination.Leave"/>.</summary>
    /// <param name="cluster">Which of <see cref="ClusterNames"/>.</param>
    /// <param name="bucket">Tells the client's bucket; asked only while releases share the traffic.</param>
    /// <param name="except">Destinations that refused the request already.</param>
    /// <returns><see langword="null"/> when the cluster has none that is not excepted.</returns>
    internal Destination? Acquire(string cluster, Func<int> bucket, IReadOnlyCollection<Destination>? except = null)
    {
        while (true)
        {
            var table = Volatile.Read(ref _table);
            var destination = table[cluster].Choose(bucket, except);
            if (destination is null)
                return null;
            destination.Enter();
            // Counted before this second look: so a change either sees the request as in flight, or the request sees the change.
            if (table == Volatile.Read(ref _table))
                return destination;
            destination.Leave();
        }
    }

    /// <summary>Puts valid routes in force: when this returns, no new request goes to a destination that is not in them.</summary>
    internal RouteReport Apply(RouteDocument routes)
    {
        lock (_changes)
        {
            var before = _table;
            var next = RouteTable.Create(routes, before.Revision + 1, [.. before.Destinations, .. _draining]);
            Interlocked.Exchange(ref _table, next);
            var routed = next.Destinations.ToHashSet();
            _draining.AddRange(before.Destinations.Where(destination => !_draining.Contains(destination)));
            _draining.RemoveAll(routed.Contains);
            Fault = null;
            _persisted = TryPersist(new StoredRoutes(next.Revision, routes));
            _logger.LogApplied(next.Revision, next.ReleaseId);
            return CreateReport();
        }
    }

    internal RouteReport Report()
    {
        lock (_changes)
            return CreateReport();
    }

    private RouteReport CreateReport()
    {
        _draining.RemoveAll(destination => destination.InFlight == 0);
        return new RouteReport(
            _table.ReleaseId,
            _table.Revision,
            _persisted,
            ClusterNames.All.Where(name => _table[name].Members.Count > 0).ToDictionary(
                name => name,
                IReadOnlyList<DestinationReport> (name) => [.. _table[name].Members.Select(member =>
                    new DestinationReport(member.Destination.Address, member.Weight, member.Destination.ReleaseId, member.Destination.InFlight))]),
            [.. _draining.Select(destination => new DrainingReport(destination.Cluster, destination.Address, destination.ReleaseId, destination.InFlight))]);
    }

    // A full disk must not keep traffic on a broken release: the change counts, and the answer says that a restart would forget it.
    private bool TryPersist(StoredRoutes routes)
    {
        try
        {
            return _file.Write(routes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            _logger.LogNotPersisted(routes.Revision, fault.Message);
            return false;
        }
    }
}
