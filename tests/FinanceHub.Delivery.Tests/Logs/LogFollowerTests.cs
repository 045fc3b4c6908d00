using FinanceHub.Delivery.Logs;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Logs;

public sealed class LogFollowerTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly LogFollower _follower;

    public LogFollowerTests() => _follower = new LogFollower(Path);

    public void Dispose()
    {
        _follower.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Only_whole_lines_are_shown_and_each_once()
    {
        File.WriteAllText(Path, "one\ntw");
        _follower.Read().ShouldBe(["one"]);

        File.AppendAllText(Path, "o\nthree\n");

        _follower.Read().ShouldBe(["two", "three"]);
        _follower.Read().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_there_before_can_be_skipped()
    {
        File.WriteAllText(Path, "old\n");
        _follower.SkipToEnd();

        File.AppendAllText(Path, "new\n");

        _follower.Read().ShouldBe(["new"]);
    }

    [Fact]
    public void Nothing_is_lost_when_the_log_is_rotated()
    {
        File.WriteAllText(Path, "a long first line that makes the new file shorter\n");
        _follower.Read().Count.ShouldBe(1);
        File.AppendAllText(Path, "last of the old\n");
        File.Move(Path, Path + ".1");
        File.WriteAllText(Path, "first of the new\n");

        _follower.Read().Concat(_follower.Read()).ShouldBe(["last of the old", "first of the new"]);
    }

    [Fact]
    public void A_log_that_appears_later_is_picked_up()
    {
        _follower.Read().ShouldBeEmpty();

        File.WriteAllText(Path, "hello\n");

        _follower.Read().ShouldBe(["hello"]);
    }

    private string Path => _directory["service.log"];
}
