using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class SeedTests(DeployedRig deployed) : IClassFixture<DeployedRig>
{
    [Fact]
    public async Task Who_adds_demo_data_to_an_environment_is_recorded_and_nothing_else_changes()
    {
        await deployed.Rig.Service().SeedAsync(CancellationToken.None);

        var row = deployed.Rig.Ledger.Read()[^1];
        (row.Event, row.Release, row.Actor).ShouldBe((LedgerEvent.Seeded, deployed.ReleaseId, DeliveryContext.Actor));
        LedgerReading.LastInService(deployed.Rig.Ledger.Read()).ShouldBe(deployed.ReleaseId);
        await deployed.ShouldBeUntouchedAsync();
    }
}
