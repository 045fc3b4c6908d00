using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>How a database compares with the schema that a release expects that is to be deployed.</summary>
/// <param name="Exists">Whether there is a database.</param>
/// <param name="Pending">What it lacks, graded, oldest first.</param>
/// <param name="Unlivable">What it has that the release neither knows nor can live with, while what serves can.</param>
internal sealed record DeploySchema(bool Exists, IReadOnlyList<MigrationGrade> Pending, IReadOnlyList<MigrationGrade> Unlivable)
{
    /// <summary>There is no database yet.</summary>
    public static DeploySchema None { get; } = new(Exists: false, [], []);
}
