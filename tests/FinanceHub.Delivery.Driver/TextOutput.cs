using FinanceHub.Delivery.Output;

namespace FinanceHub.Delivery.Driver;

/// <summary>Everything that delivery says, line by line.</summary>
internal sealed class TextOutput(TextWriter writer) : IDeliveryOutput
{
    public void Info(string message) => Write("info", message);

    public void Success(string message) => Write("done", message);

    public void Warn(string message) => Write("warn", message);

    public void Error(string message) => Write("error", message);

    public void Data(string line) => Write("data", line);

    private void Write(string kind, string text)
    {
        lock (writer)
        {
            writer.WriteLine($"{kind} {text}");
        }
    }
}
