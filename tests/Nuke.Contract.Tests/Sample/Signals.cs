using System.Runtime.InteropServices;
using Nuke.Common;

partial class PlainBuild
{
    Target Waits => _ => _
        .Executes(() =>
        {
            Ran("Waits");
            Thread.Sleep(TimeSpan.FromSeconds(30));
        });

    Target WaitsWithCleanup => _ => _
        .Executes(() =>
        {
            using var stopped = new ManualResetEventSlim();
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
            Ran("WaitsWithCleanup");
            stopped.Wait(TimeSpan.FromSeconds(30));
            // Long enough to be cut short by a process that does not wait for it.
            Thread.Sleep(TimeSpan.FromMilliseconds(500));
            Console.Out.WriteLine("cleaned up");

            void Stop(PosixSignalContext context)
            {
                context.Cancel = true;
                stopped.Set();
            }
        });

    Target AfterWaiting => _ => _
        .DependsOn(WaitsWithCleanup)
        .Executes(() => Ran("AfterWaiting"));
}
