using FinanceHub.Delivery;
using FinanceHub.Delivery.Output;
using Serilog;

/// <summary>With <c>--json</c>, standard output is the data and nothing else; what the engine says goes to standard error.</summary>
partial class Build
{
    protected override void OnBuildCreated()
    {
        base.OnBuildCreated();
        if (Json)
        {
            LogOutput.DataWriter = Console.Out;
            Console.SetOut(Console.Error);
        }
    }
}

/// <summary>What delivery says goes through the engine's log; data goes to standard output as it is, for pipes.</summary>
sealed class LogOutput : IDeliveryOutput
{
    public static TextWriter? DataWriter { get; set; }

    public void Info(string message) => Log.Information("{Message:l}", message);

    public void Success(string message) => Log.Information("{Message:l}", message);

    public void Warn(string message) => Log.Warning("{Message:l}", message);

    public void Error(string message) => Log.Error("{Message:l}", message);

    public void Data(string line) => (DataWriter ?? Console.Out).WriteLine(line);
}

/// <summary>Asks the person at the terminal; where there is none, only <c>--yes</c> is a yes.</summary>
sealed class ConsoleConfirmation(bool yes) : IConfirmation
{
    public bool Confirm(string question)
    {
        if (yes)
        {
            return true;
        }

        if (Console.IsInputRedirected)
        {
            throw new DeliveryFailure(ExitCode.ConfirmationNeeded, $"{question} There is no terminal to ask on; answer beforehand, on the command line: --yes");
        }

        Console.Out.Write($"{question} [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
