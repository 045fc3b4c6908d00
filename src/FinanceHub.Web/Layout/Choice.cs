namespace FinanceHub.Web.Layout;

/// <summary>One of the things a field lets choose from.</summary>
public sealed record Choice(string Value, string Label);
