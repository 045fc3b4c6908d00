using System.Net;

namespace FinanceHub.Testing.Load;

/// <summary>What a load consists of.</summary>
public sealed record LoadOptions
{
    /// <summary>Where the connections go.</summary>
    public required IPEndPoint Target { get; init; }

    /// <summary>Paths asked for in turn; each must start with <c>/</c>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = ["/"];

    /// <summary>Concurrent keep-alive connections, each with one request at a time.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>Pause of each connection between answer and next request; zero for as fast as possible.</summary>
    public TimeSpan ThinkTime { get; init; } = TimeSpan.Zero;

    /// <summary>Header lines sent with each request, for example <c>("Authorization", "Bearer ...")</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>A request that takes longer counts as broken.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
