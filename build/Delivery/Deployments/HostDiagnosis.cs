using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Deployments;

/// <summary>What a host said and did, found out before it was stopped.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Report">What its platform knows of it.</param>
/// <param name="Health">Its answer to a question for its health; null if it has no address.</param>
/// <param name="Log">Its last lines, oldest first.</param>
internal sealed record HostDiagnosis(string Service, InstanceReport Report, HealthReading? Health, IReadOnlyList<string> Log);
