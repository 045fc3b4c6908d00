using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Processes;

namespace FinanceHub.Delivery.Rehearsal;

/// <summary>
/// An environment in which nobody is a customer: beside the real one's state directory, on a free port of loopback, with its limits and secrets.
/// Removed when disposed; what a killed rehearsal left is removed by the next.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly FileStream _lock;

    private Stage(DeliveryContext context, FileStream exclusive) => (Context, _lock) = (context, exclusive);

    /// <summary>What its commands need.</summary>
    public DeliveryContext Context { get; }

    /// <summary>Its commands.</summary>
    public DeliveryService Service => new(Context);

    /// <exception cref="DeliveryFailure">Another rehearsal of the environment runs: <see cref="ExitCode.LockHeld"/>.</exception>
    public static async Task<Stage> SetAsync(DeliveryContext real)
    {
        var state = new StateDirectory(real.State.Root + ".rehearsal");
        var environment = real.Environment with
        {
            Address = "127.0.0.1",
            Port = FreePort(),
            Confirm = ConfirmationPolicy.Never,
            // Nobody's requests could be compared.
            Strategy = new DeliveryStrategy { Bake = new BakeLimits { Duration = TimeSpan.Zero } },
            Notifications = new NotificationTargets(),
        };
        var stage = new Stage(
            real.ForCommand() with { Environment = environment, State = state, Platform = PlatformCatalog.Create(environment, state, real.Clock), StepBegins = (_, _) => Task.CompletedTask },
            Exclusive(state.Root + ".lock", real));
        await stage.ClearAsync();
        return stage;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await ClearAsync();
        }
        finally
        {
            File.Delete(_lock.Name);
            await _lock.DisposeAsync();
        }
    }

    private async Task ClearAsync()
    {
        if (!Directory.Exists(Context.State.Root))
        {
            return;
        }

        // Whatever a killed rehearsal holds is nobody else's: its lease need not be waited for.
        File.Delete(Context.State.Lease);
        await Service.StopAsync(new StopRequest { Purge = true }, new Agreed(), CancellationToken.None);
        if (Directory.Exists(Context.State.Root))
        {
            Directory.Delete(Context.State.Root, recursive: true);
        }
    }

    private static FileStream Exclusive(string file, DeliveryContext real)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (File.Exists(file))
        {
            throw new DeliveryFailure(ExitCode.LockHeld, $"Another rehearsal of '{real.Environment.Name}' runs ({file}). Wait for it to end, and rehearse again.", fault);
        }
    }

    private static int FreePort()
    {
        using var ports = new PortAllocator();
        return ports.Take(1, new HashSet<int>())[0];
    }

    /// <summary>Nobody has to be asked about what only the rehearsal made.</summary>
    private sealed class Agreed : IConfirmation
    {
        public bool Confirm(string question) => true;
    }
}
