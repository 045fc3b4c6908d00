using FinanceHub.Delivery.Output;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>Gives one answer to everything and remembers what was asked.</summary>
internal sealed class Answer(bool yes) : IConfirmation
{
    public List<string> Asked { get; } = [];

    public bool Confirm(string question)
    {
        Asked.Add(question);
        return yes;
    }
}
