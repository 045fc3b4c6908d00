namespace FinanceHub.Delivery.Output;

/// <summary>Where nobody can be asked and nothing was answered beforehand.</summary>
internal sealed class NoConfirmation : IConfirmation
{
    public bool Confirm(string question) => throw new DeliveryFailure(ExitCode.ConfirmationNeeded, $"{question} There is nobody to ask; answer beforehand: --yes");
}
