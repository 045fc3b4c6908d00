namespace FinanceHub.Delivery.Output;

/// <summary>Where delivery says what it does; nothing here writes to the console itself.</summary>
public interface IDeliveryOutput
{
    /// <summary>A step begins or is done.</summary>
    void Info(string message);

    /// <summary>What was asked for is done.</summary>
    void Success(string message);

    /// <summary>Something the user should know; the command goes on.</summary>
    void Warn(string message);

    /// <summary>Part of the diagnosis of a failure.</summary>
#pragma warning disable CA1716 // a keyword in Visual Basic, the field's term here
    void Error(string message);
#pragma warning restore CA1716

    /// <summary>A line of a table, of JSON or of a log, for standard output as it is.</summary>
    void Data(string line);
}
