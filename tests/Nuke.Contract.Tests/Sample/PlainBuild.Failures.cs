using Nuke.Common;

partial class PlainBuild
{
    Target Fails => _ => _
        .Executes(() => throw new InvalidOperationException("it went wrong\nsecond line"));

    Target AfterFailure => _ => _
        .DependsOn(Fails)
        .Executes(() => Ran("AfterFailure"));

    Target Cleanup => _ => _
        .AssuredAfterFailure()
        .After(AfterFailure)
        .Executes(() => Ran("Cleanup"));

    Target FailsSoftly => _ => _
        .ProceedAfterFailure()
        .Executes(() => throw new InvalidOperationException("not so bad"));

    Target AfterSoftFailure => _ => _
        .DependsOn(FailsSoftly)
        .Executes(() => Ran("AfterSoftFailure"));

    Target AsyncFails => _ => _
        .Executes(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("late failure");
        });

    Target SetsExitCode => _ => _
        .Executes(() => ExitCode = 7);

    Target FailsWithExitCode => _ => _
        .Executes(() =>
        {
            ExitCode = 9;
            throw new InvalidOperationException("with a code of its own");
        });

    Target FailsOnce => _ => _
        .DependsOn(First)
        .Executes(() =>
        {
            var marker = RootDirectory + "/failed-once";
            if (File.Exists(marker))
            {
                Ran("FailsOnce");
                return;
            }

            File.WriteAllText(marker, string.Empty);
            throw new InvalidOperationException("the first time");
        });
}
