using System.Text;
using FinanceHub.Supervisor.Logs;
using FinanceHub.Supervisor.Secrets;

namespace FinanceHub.Supervisor.Tests;

public sealed class OutputPumpTests : IDisposable
{
    private const int BufferBytes = 32 * 1024;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub log ");

    private string LogPath => Path.Combine(_directory.FullName, "service.log");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_secret_is_taken_out_where_a_long_line_is_passed_on_in_pieces_too()
    {
        // Half of the secret is in the one piece, half in the other; so is the character before it in the second line.
        var before = new string('x', BufferBytes - 4);

        Log($"{before}hunter-two after\nshort hunter-two\n{before}12éhunter-two\n").ShouldBe($"{before}[REDACTED] after\nshort [REDACTED]\n{before}12é[REDACTED]\n");
    }

    [Fact]
    public void What_looks_like_the_beginning_of_a_secret_is_not_lost_when_the_program_ends()
    {
        var before = new string('x', BufferBytes - 4);

        Log($"{before}hunt").ShouldBe($"{before}hunt\n");
    }

    private string Log(string text)
    {
        using (var log = new RotatingLog(LogPath, new LogPolicy()))
        {
            using var pump = new OutputPump(log, new SecretRedactor(["hunter-two"]));
            // A program has a copy of its own of the descriptor, and so has the test.
            using (var program = new FileStream($"/proc/self/fd/{pump.WriteDescriptor}", FileMode.Open, FileAccess.Write))
            {
                pump.Start();
                program.Write(Encoding.UTF8.GetBytes(text));
            }

            pump.WaitForEnd(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        }

        return File.ReadAllText(LogPath);
    }
}
