using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Validation;

/// <summary>Collects what is wrong with a request, so that all of it is reported at once.</summary>
internal sealed class FieldFaults
{
    private readonly SortedDictionary<string, List<string>> _faults = new(StringComparer.Ordinal);

    public bool Any => _faults.Count > 0;

    /// <summary>Whether something is wrong with a field.</summary>
    public bool Has(string field) => _faults.ContainsKey(field);

    /// <summary>All of them, by field.</summary>
    public IEnumerable<(string Field, string Message)> All => _faults.SelectMany(pair => pair.Value.Select(message => (pair.Key, message)));

    /// <summary>A problem of one field.</summary>
    public static ValidationProblem Of(string field, string message)
    {
        var faults = new FieldFaults();
        faults.Add(field, message);
        return faults.ToProblem();
    }

    public void Add(string field, string message)
    {
        if (!_faults.TryGetValue(field, out var messages))
            _faults.Add(field, messages = []);
        messages.Add(message);
    }

    public ValidationProblem ToProblem() => TypedResults.ValidationProblem(_faults.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));
}
