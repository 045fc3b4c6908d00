namespace FinanceHub.Delivery.Platforms;

/// <summary>What an instance writes from here on.</summary>
internal interface ILogReader : IDisposable
{
    /// <summary>The lines that were completed since the last call.</summary>
    IReadOnlyList<string> Read();
}
