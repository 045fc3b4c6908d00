using FinanceHub.Data.Outbox;
using FinanceHub.Data.Prices;
using FinanceHub.Worker.Jobs;
using FinanceHub.Worker.Notifications;

namespace FinanceHub.Worker.Market;

/// <summary>Fetches exchange rates that somebody needs before there is an activity which says so.</summary>
internal sealed class WantedRatesChannel(ExchangeRateRefreshJob rates) : INotificationChannel
{
    public string Kind => OutboxKinds.WantedRates;

    public bool IsOpen => true;

    public int AtOnce => 1;

    public async Task DeliverAsync(OutboxMessageEntity message, CancellationToken cancellation)
    {
        if (WantedRates.FirstDay(message) is not { } first)
            throw new DeliveryException("The message names no day.");
        try
        {
            await rates.RefreshAsync(first, cancellation);
        }
        catch (JobFailedException fault)
        {
            throw new DeliveryException(fault.Message);
        }
    }
}
