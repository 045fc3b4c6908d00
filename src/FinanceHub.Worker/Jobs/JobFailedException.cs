namespace FinanceHub.Worker.Jobs;

/// <summary>Why a job failed, one sentence: nothing that a stack would explain better.</summary>
internal sealed class JobFailedException(string message) : Exception(message);
