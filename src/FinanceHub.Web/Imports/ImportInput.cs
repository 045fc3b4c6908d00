namespace FinanceHub.Web.Imports;

/// <summary>What the form for a file sends.</summary>
internal sealed class ImportInput
{
    public IFormFile? File { get; set; }

    public string? DateFormat { get; set; }
}
