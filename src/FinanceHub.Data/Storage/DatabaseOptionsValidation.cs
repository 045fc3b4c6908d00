using Microsoft.Extensions.Options;

namespace FinanceHub.Data.Storage;

internal sealed class DatabaseOptionsValidation(IEnumerable<IDatabaseProvider> providers) : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var provider = DatabaseProviders.Find(providers, options.Provider);
        if (provider is null)
        {
            return ValidateOptionsResult.Fail(
                $"Database:Provider: expected {string.Join(" or ", providers.Select(known => known.Name))}, found \"{options.Provider}\"; set Database__Provider.");
        }

        return string.IsNullOrWhiteSpace(options.ConnectionString)
            ? ValidateOptionsResult.Fail($"ConnectionStrings:{DatabaseOptions.ConnectionName}: expected a connection string, found none; set ConnectionStrings__{DatabaseOptions.ConnectionName}.")
            : provider.FaultOf(options.ConnectionString) is { } fault
                ? ValidateOptionsResult.Fail($"ConnectionStrings:{DatabaseOptions.ConnectionName}: {fault}")
                : ValidateOptionsResult.Success;
    }
}
