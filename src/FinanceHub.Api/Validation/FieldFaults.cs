using Microsoft.AspNetCore.Http.HttpResults;

namespace FinanceHub.Api.Validation;

/// <summary>Collects what is wrong with a request, so that all of it is reported at once.</summary>
internal sealed class FieldFaults
{
    private readonly SortedDictionary<string, List<string>> _faults = new(StringComparer.Ordinal);

    public bool Any => _faults.Count > 0;

    public void Add(string field, string message)
    {
        if (!_faults.TryGetValue(field, out var messages))
            _faults.Add(field, messages = []);
        messages.Add(message);
    }

    public ValidationProblem ToProblem() => TypedResults.ValidationProblem(_faults.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal));
}
