namespace FinanceHub.Delivery.Secrets;

/// <summary>Files outside the repository: what container engines and password managers hand secrets over in.</summary>
internal sealed class FileSecretStore : ISecretStore
{
    /// <summary>Far more than any key; a longer file is not what was meant.</summary>
    public const int MaximumBytes = 64 * 1024;

    public string Scheme => "file";

    public string? FaultOf(string name) => Path.IsPathFullyQualified(name) ? null : "expected an absolute path";

    public async Task<string> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(name) is { Exists: true, Length: > MaximumBytes } file)
            {
                throw new SecretUnavailableException($"the file has {file.Length} bytes, expected at most {MaximumBytes}");
            }

            // The line end that editors and echo leave is not part of it.
            var text = (await File.ReadAllTextAsync(name, cancellation)).TrimEnd('\r', '\n');
            return text.Length > 0 ? text : throw new SecretUnavailableException("the file is empty");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SecretUnavailableException($"the file cannot be read: {fault.Message}", fault);
        }
    }
}
