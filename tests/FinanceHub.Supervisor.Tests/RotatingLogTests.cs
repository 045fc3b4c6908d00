using System.Globalization;
using System.Text;
using FinanceHub.Supervisor.Logs;

namespace FinanceHub.Supervisor.Tests;

public sealed class RotatingLogTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub log ");

    private string LogPath => Path.Combine(_directory.FullName, "service.log");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_file_is_rotated_at_the_end_of_a_line_and_only_so_many_are_kept()
    {
        using (var log = new RotatingLog(LogPath, new LogPolicy { MaxBytes = 100, Files = 3 }))
        {
            for (var line = 1; line <= 100; line++)
                log.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"line number {line:000}\n")));
        }

        _directory.GetFiles().Select(file => file.Name).Order().ShouldBe(["service.log", "service.log.1", "service.log.2"]);
        foreach (var file in _directory.GetFiles())
        {
            file.Length.ShouldBeLessThanOrEqualTo(100);
            File.ReadAllText(file.FullName).ShouldEndWith("\n");
        }

        File.ReadAllText(LogPath).ShouldEndWith("line number 100\n");
    }

    [Fact]
    public void One_large_write_is_split_between_files_at_the_ends_of_lines()
    {
        var lines = Enumerable.Range(1, 20).Select(line => string.Create(CultureInfo.InvariantCulture, $"line {line:00}\n")).ToList();
        using (var log = new RotatingLog(LogPath, new LogPolicy { MaxBytes = 50, Files = 10 }))
            log.Write(Encoding.UTF8.GetBytes(string.Concat(lines)));
        LogTail.Read(LogPath, 100).ShouldBe(lines.Select(line => line.TrimEnd()));
    }

    [Fact]
    public void A_line_longer_than_a_file_is_kept_whole()
    {
        using (var log = new RotatingLog(LogPath, new LogPolicy { MaxBytes = 10, Files = 2 }))
            log.Write("a line of many characters\n"u8);
        File.ReadAllText(LogPath).ShouldBe("a line of many characters\n");
    }

    [Fact]
    public void What_cannot_be_written_is_dropped_and_counted_and_the_count_is_told_later()
    {
        var later = Path.Combine(_directory.FullName, "not-yet");
        using var log = new RotatingLog(Path.Combine(later, "service.log"), new LogPolicy());
        log.Write("one\ntwo\n"u8);
        log.DroppedLines.ShouldBe(2);

        Directory.CreateDirectory(later);
        log.Write("three\n"u8);
        log.DroppedLines.ShouldBe(0);
        File.ReadAllText(Path.Combine(later, "service.log")).ShouldBe("\n[supervisor] 2 lines dropped: the log could not be written\nthree\n");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_somebody_emptied_or_deleted_goes_on_from_its_beginning(bool deleted)
    {
        using var log = new RotatingLog(LogPath, new LogPolicy());
        log.Write("one\n"u8);
        if (deleted)
            File.Delete(LogPath);
        else
            File.WriteAllText(LogPath, string.Empty);
        log.Write("two\n"u8);
        File.ReadAllText(LogPath).ShouldBe("two\n");
    }

    [Fact]
    public void The_tail_reaches_back_into_older_files()
    {
        File.WriteAllText(LogPath + ".1", "one\ntwo\n");
        File.WriteAllText(LogPath, "three\n");
        LogTail.Read(LogPath, 2).ShouldBe(["two", "three"]);
        LogTail.Read(LogPath, 9).ShouldBe(["one", "two", "three"]);
        LogTail.Read(Path.Combine(_directory.FullName, "none"), 9).ShouldBeEmpty();
    }
}
