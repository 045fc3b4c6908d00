namespace FinanceHub.Web.Api;

/// <summary>The API does not answer, or answers that it cannot.</summary>
internal sealed class ApiUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The API does not accept the token of the session any more.</summary>
internal sealed class SessionExpiredException() : Exception("The session has expired.");
