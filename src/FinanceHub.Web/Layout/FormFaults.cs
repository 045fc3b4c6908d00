using FinanceHub.Web.Api;

namespace FinanceHub.Web.Layout;

/// <summary>What is wrong with a form: in general and by field.</summary>
public sealed class FormFaults
{
    private readonly Dictionary<string, List<string>> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What belongs to no field; null if nothing does.</summary>
    public string? General { get; private set; }

    public bool Any => General is not null || _fields.Count > 0;

    /// <summary>All of them, those of fields that the form does not show among them.</summary>
    public IEnumerable<(string Field, string Message)> All => _fields.SelectMany(entry => entry.Value.Select(message => (Words(entry.Key), message)));

    internal static FormFaults Of(ApiProblem problem)
    {
        var faults = new FormFaults();
        foreach (var (field, messages) in problem.Errors ?? new Dictionary<string, string[]>())
        {
            foreach (var message in messages)
                faults.Add(field, message);
        }

        if (faults._fields.Count == 0)
            faults.General = string.Join(" ", new[] { problem.Title, problem.Detail }.Where(text => !string.IsNullOrEmpty(text)));
        return faults;
    }

    /// <summary>Why something was not deleted: if it is no longer what was confirmed, what it is now stands above the form.</summary>
    internal static FormFaults OfDeletion(ApiProblem problem) => problem.IsConflict
        ? Because("It was changed elsewhere since you opened this page. Above is what it is now; delete it again if that is what you want.")
        : Of(problem);

    internal static FormFaults Because(string reason) => new() { General = reason };

    public void Add(string field, string message)
    {
        if (!_fields.TryGetValue(field, out var messages))
            _fields.Add(field, messages = []);
        messages.Add(message);
    }

    public string? Of(string field) => _fields.TryGetValue(field, out var messages) ? string.Join(" ", messages) : null;

    /// <summary>unitPrice is "Unit price" to people.</summary>
    private static string Words(string field) =>
        string.Concat(field.Select((c, i) => i == 0 ? char.ToUpperInvariant(c).ToString() : char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
}
