using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Releases;

public sealed class StagingDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_a_killed_build_left_goes_and_what_a_running_one_uses_stays()
    {
        using var running = Process.Start("sleep", "30");
        using var ended = Process.Start("true");
        ended.WaitForExit();
        var used = Make($".staging-{running.Id.ToString(CultureInfo.InvariantCulture)}");
        var left = Make($".staging-{ended.Id.ToString(CultureInfo.InvariantCulture)}");
        var release = Make("1.0.0-abc");

        using (var staging = new StagingDirectory(_directory["releases"]))
        {
            Directory.EnumerateDirectories(_directory["releases"]).ShouldBe([used, release, staging.Path], ignoreOrder: true);
            Directory.EnumerateFileSystemEntries(staging.Path).ShouldBeEmpty();
        }

        running.Kill();
        Directory.Exists(left).ShouldBeFalse();
        Directory.EnumerateDirectories(_directory["releases"]).ShouldBe([used, release], ignoreOrder: true);
    }

    [Fact]
    public void Only_the_newest_releases_stay_and_the_current_one_in_any_case()
    {
        var made = Enumerable.Range(1, BundleRetention.Kept + 3).Select(number => Make(string.Create(CultureInfo.InvariantCulture, $"1.0.{number}"))).ToList();
        for (var i = 0; i < made.Count; i++)
        {
            Directory.SetLastWriteTimeUtc(made[i], new DateTime(2026, 1, 1 + i, 0, 0, 0, DateTimeKind.Utc));
        }

        var unfinished = Make(".staging-1");

        BundleRetention.Prune(_directory["releases"], current: made[0]);

        Directory.EnumerateDirectories(_directory["releases"]).ShouldBe([unfinished, made[0], .. made.Skip(4)], ignoreOrder: true);
    }

    private string Make(string name)
    {
        var path = Path.Combine(_directory["releases"], name);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "file"), "");
        return path;
    }
}
