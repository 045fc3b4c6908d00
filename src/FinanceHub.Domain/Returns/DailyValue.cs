namespace FinanceHub.Domain.Returns;

/// <summary>What a portfolio was worth at the end of a day, and what crossed its border that day. All in one currency.</summary>
/// <param name="Date">The day; a series has each once, in order, but need not have every one.</param>
/// <param name="Value">At the end of the day, after all flows.</param>
/// <param name="Inflow">Brought in; 0 or more. It counts from the start of the day.</param>
/// <param name="Outflow">Taken out; 0 or more. It counts until the end of the day.</param>
public readonly record struct DailyValue(DateOnly Date, decimal Value, decimal Inflow = 0, decimal Outflow = 0);
