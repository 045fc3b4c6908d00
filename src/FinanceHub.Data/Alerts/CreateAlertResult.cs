namespace FinanceHub.Data.Alerts;

/// <summary>What became of an alert that was to be set.</summary>
public abstract record CreateAlertResult
{
    private CreateAlertResult()
    {
    }

    /// <summary>It is set.</summary>
    public sealed record Created(AlertEntity Alert) : CreateAlertResult;

    /// <summary>There is no such instrument.</summary>
    public sealed record UnknownSymbol : CreateAlertResult;

    /// <summary>The owner has <see cref="AlertStore.MostAlerts"/> already.</summary>
    public sealed record Full : CreateAlertResult;
}
