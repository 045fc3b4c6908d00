namespace FinanceHub.Delivery.Output;

/// <summary>Says everything without the secrets in it.</summary>
internal sealed class RedactingOutput(IDeliveryOutput inner, Func<string, string> redact) : IDeliveryOutput
{
    public void Info(string message) => inner.Info(redact(message));

    public void Success(string message) => inner.Success(redact(message));

    public void Warn(string message) => inner.Warn(redact(message));

    public void Error(string message) => inner.Error(redact(message));

    public void Data(string line) => inner.Data(redact(line));
}
