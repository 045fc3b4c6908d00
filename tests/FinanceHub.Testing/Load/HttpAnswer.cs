namespace FinanceHub.Testing.Load;

/// <summary>What matters of one answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ReleaseId"><c>X-Release-Id</c>, empty when missing.</param>
/// <param name="Closes">Whether the server announced that it closes the connection.</param>
internal readonly record struct HttpAnswer(int Status, string ReleaseId, bool Closes);
