using System.Text;

namespace FinanceHub.Delivery.Output;

/// <summary>Keeps a table as text.</summary>
internal sealed class LineOutput : IDeliveryOutput
{
    private readonly StringBuilder _text = new();

    public void Info(string message) => Data(message);

    public void Success(string message) => Data(message);

    public void Warn(string message) => Data(message);

    public void Error(string message) => Data(message);

    public void Data(string line) => _text.Append(line).Append('\n');

    public override string ToString() => _text.ToString();
}
