namespace FinanceHub.Delivery;

/// <summary>A finding that is printed, and that a command turns into its exit code.</summary>
public interface IReport
{
    /// <summary><see cref="ExitCode.Success"/> if all is well.</summary>
    ExitCode ExitCode { get; }

    /// <summary>The verdict in one sentence.</summary>
    string Summary { get; }
}
