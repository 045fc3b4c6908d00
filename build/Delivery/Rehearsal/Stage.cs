using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;
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
    private const string Suffix = ".rehearsal";

    private readonly DeliveryContext _real;
    private readonly FileStream _lock;

    private Stage(DeliveryContext real, DeliveryContext context, FileStream exclusive) => (_real, Context, _lock) = (real, context, exclusive);

    /// <summary>What its commands need.</summary>
    public DeliveryContext Context { get; }

    /// <summary>Its commands.</summary>
    public DeliveryService Service => new(Context);

    /// <exception cref="DeliveryFailure">Another rehearsal of the environment runs: <see cref="ExitCode.LockHeld"/>.</exception>
    public static async Task<Stage> SetAsync(DeliveryContext real)
    {
        var state = new StateDirectory(real.State.Root + Suffix);
        var environment = real.Environment with
        {
            Address = "127.0.0.1",
            Port = FreePort(),
            Confirm = ConfirmationPolicy.Never,
            // Nobody's requests could be compared.
            Strategy = new DeliveryStrategy { Bake = new BakeLimits { Duration = TimeSpan.Zero } },
            Notifications = new NotificationTargets(),
        };
        var command = real.ForCommand();
        var stage = new Stage(
            real,
            command with
            {
                Environment = environment,
                State = state,
                Platform = PlatformCatalog.Create(environment, state, real.Clock),
                Output = new Backstage(command.Output),
                Confirmation = new Agreed(),
                StepBegins = (_, _) => Task.CompletedTask,
            },
            Exclusive(state.Root + ".lock", real));
        await stage.ClearAsync();
        return stage;
    }

    /// <summary>Whether a rehearsal was killed and has left its stage; its hosts may still run.</summary>
    public static bool IsAbandoned(DeliveryContext real)
    {
        if (!Directory.Exists(real.State.Root + Suffix))
        {
            return false;
        }

        try
        {
            using var held = Exclusive(real.State.Root + Suffix + ".lock", real);
            return true;
        }
        catch (DeliveryFailure)
        {
            return false; // it is in use
        }
    }

    /// <summary>Removes what a killed rehearsal has left.</summary>
    public static async Task RemoveAbandonedAsync(DeliveryContext real)
    {
        if (IsAbandoned(real))
        {
            await using var stage = await SetAsync(real);
        }
    }

    /// <summary>Puts the diagnoses of its commands with those of the real environment: the stage is removed, and who repairs the release needs them.</summary>
    public void KeepDiagnoses()
    {
        foreach (var diagnosis in DiagnosticsDirectory.Diagnoses(Context.State))
        {
            var kept = DiagnosticsDirectory.Open(_real.State, Path.GetFileName(diagnosis));
            Directory.Delete(kept);
            Directory.Move(diagnosis, kept);
            _real.Output.Error($"What is known about it was moved to {kept}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await ClearAsync();
        }
        catch (Exception fault) when (fault is DeliveryFailure or IOException or UnauthorizedAccessException)
        {
            // What the rehearsal has shown stays true.
            Context.Output.Warn($"What the rehearsal had started could not be removed: {fault.Message.TrimEnd('.')}. Remove it: ./build.sh Stop --env {Context.Environment.Name}, or rehearse again");
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
        await Service.StopAsync(new StopRequest { Purge = true }, CancellationToken.None);
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

    /// <summary>Tables and JSON of its commands are not what was asked for; standard output is for the rehearsal's own.</summary>
    private sealed class Backstage(IDeliveryOutput inner) : IDeliveryOutput
    {
        public void Info(string message) => inner.Info(message);

        public void Success(string message) => inner.Success(message);

        public void Warn(string message) => inner.Warn(message);

        public void Error(string message) => inner.Error(message);

        public void Data(string line) => inner.Info(line);
    }

    /// <summary>Nobody has to be asked about what only the rehearsal made.</summary>
    private sealed class Agreed : IConfirmation
    {
        public bool Confirm(string question) => true;
    }
}
