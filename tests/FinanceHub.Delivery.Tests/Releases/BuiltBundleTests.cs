using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Releases;

public sealed class BuiltBundleTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StubRelease _release = new() { Version = "1.0.0" };

    [Fact]
    public async Task What_a_commit_was_built_into_is_found_and_nothing_else()
    {
        (await FindAsync()).ShouldBeNull();
        var built = await _release.SealAsync(_directory.Root);

        (await FindAsync()).ShouldNotBeNull().Manifest.ReleaseId.ShouldBe(built.Manifest.ReleaseId);
        (await BuiltBundle.FindAsync(_directory.Root, _release.Origin with { Dirty = true }, Stop)).ShouldBeNull("changes that no commit has are in no release");
        (await BuiltBundle.FindAsync(_directory.Root, _release.Origin with { Commit = new string('a', 40) }, Stop)).ShouldBeNull();
        (await BuiltBundle.FindAsync(_directory.Root, _release.Origin with { Version = "1.0.1" }, Stop)).ShouldBeNull("a tag was set since");
    }

    [Fact]
    public async Task One_that_was_damaged_is_built_again()
    {
        var built = await _release.SealAsync(_directory.Root);
        var file = Path.Combine(built.Directory, "api", "appsettings.json");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.AppendAllTextAsync(file, " ", Stop);

        (await FindAsync()).ShouldBeNull();
    }

    public void Dispose() => _directory.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<ReleaseBundle?> FindAsync() => BuiltBundle.FindAsync(_directory.Root, _release.Origin, Stop);
}
