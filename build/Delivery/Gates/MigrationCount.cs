using System.Text.Json;

namespace FinanceHub.Delivery.Gates;

/// <summary>How many migrations the lint has read: none is not a pass.</summary>
public static class MigrationCount
{
    /// <summary>Takes the number from the report of the database tool, <c>lint --json</c>.</summary>
    /// <param name="provider">Whose migrations.</param>
    /// <param name="report">What the tool said.</param>
    /// <returns>The number, at least 1.</returns>
    /// <exception cref="DeliveryFailure">It read none, or the report is not one.</exception>
    public static int Require(string provider, string report)
    {
        var count = Read(provider, report);
        return count > 0
            ? count
            : throw new DeliveryFailure(ExitCode.Failed, $"The lint read {count} migrations of {provider}, expected at least one. List them: dotnet run --project src/FinanceHub.Database -- migrations --provider {provider}");
    }

    private static int Read(string provider, string report)
    {
        try
        {
            using var document = JsonDocument.Parse(report);
            return document.RootElement.GetProperty("migrations").GetInt32();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"The report of the lint of {provider} is not readable: {fault.Message} See it: dotnet run --project src/FinanceHub.Database -- lint --provider {provider} --json", fault);
        }
    }
}
