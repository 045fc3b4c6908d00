namespace FinanceHub.Data.Portfolios;

/// <summary>An activity in a file.</summary>
/// <param name="Row">The line where it starts; the header is the first.</param>
/// <param name="Draft">The activity.</param>
public sealed record ImportRow(int Row, ActivityDraft Draft);

/// <summary>What is in a file.</summary>
/// <param name="Rows">The activities that could be read.</param>
/// <param name="Faulty">How many could not.</param>
/// <param name="Unsure">The symbols of those that could not: whether the ledger stands for them cannot be told.</param>
public sealed record ImportContent(IReadOnlyList<ImportRow> Rows, int Faulty, IReadOnlySet<string> Unsure)
{
    /// <summary>The symbols that nobody knows and that the owner has not confirmed.</summary>
    public IReadOnlySet<string> Unknown { get; init; } = new HashSet<string>();
}

/// <summary>Why the ledger cannot have an activity of a file.</summary>
/// <param name="Row">The line where it starts.</param>
/// <param name="Field">The field at fault, in camel case.</param>
/// <param name="Message">One sentence: expected and found.</param>
public sealed record ImportFault(int Row, string Field, string Message)
{
    /// <summary>The day for which an exchange rate is missing; null if that is not what is wrong.</summary>
    public DateOnly? WithoutRateOn { get; init; }
}
