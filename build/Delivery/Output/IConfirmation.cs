namespace FinanceHub.Delivery.Output;

/// <summary>Asks before something that cannot be undone.</summary>
public interface IConfirmation
{
    /// <summary>Whether the user agrees.</summary>
    /// <exception cref="DeliveryFailure">It cannot be asked and was not answered beforehand: <see cref="ExitCode.ConfirmationNeeded"/>.</exception>
    bool Confirm(string question);
}
