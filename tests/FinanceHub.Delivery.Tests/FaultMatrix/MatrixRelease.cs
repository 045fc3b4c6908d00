namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>A sealed release of the matrix.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bundle">Where it lies.</param>
/// <param name="Migrations">What it expects of the database, oldest first.</param>
internal sealed record MatrixRelease(string Id, string Bundle, IReadOnlyList<string> Migrations);
