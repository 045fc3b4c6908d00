using FinanceHub.Delivery.Output;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>Keeps what goes to standard output apart from what is said.</summary>
internal sealed class Lines : IDeliveryOutput
{
    private readonly List<string> _data = [];

    public IReadOnlyList<string> Written
    {
        get
        {
            lock (_data)
            {
                return [.. _data];
            }
        }
    }

    public void Info(string message)
    {
    }

    public void Success(string message)
    {
    }

    public void Warn(string message)
    {
    }

    public void Error(string message)
    {
    }

    public void Data(string line)
    {
        lock (_data)
        {
            _data.Add(line);
        }
    }
}
