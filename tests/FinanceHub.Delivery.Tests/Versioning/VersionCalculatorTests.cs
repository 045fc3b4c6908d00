using System.Diagnostics;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Tests.Versioning;

/// <summary>With a stand-in for the tool that counts its calls; the real one is run by the end-to-end tests.</summary>
public sealed class VersionCalculatorTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("version ").FullName;

    private string Calls => Path.Combine(_root, ".git", "calls");

    public VersionCalculatorTests()
    {
        Git("init", "--quiet");
        Commit();
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public void The_tool_is_asked_once_for_a_commit()
    {
        Calculator().Calculate().Version.ShouldBe("1.2.3-4");
        Calculator().Calculate().Version.ShouldBe("1.2.3-4");

        File.ReadAllLines(Calls).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("commit")]
    [InlineData("tag")]
    [InlineData("configuration")]
    public void It_is_asked_again_after_a_new(string what)
    {
        Calculator().Calculate();

        switch (what)
        {
            case "commit": Commit(); break;
            case "tag": Git("tag", "v2.0.0"); break;
            default: File.WriteAllText(Path.Combine(_root, "GitVersion.yml"), "next-version: 2.0.0\n"); break;
        }

        Calculator().Calculate();
        File.ReadAllLines(Calls).Length.ShouldBe(2);
    }

    [Fact]
    public void Uncommitted_changes_are_told_although_the_version_is_remembered()
    {
        Calculator().Calculate().Dirty.ShouldBeFalse();
        File.WriteAllText(Path.Combine(_root, "new"), "");

        Calculator().Calculate().Dirty.ShouldBeTrue();
        File.ReadAllLines(Calls).Length.ShouldBe(1);
    }

    [Fact]
    public void A_damaged_memory_costs_a_calculation_and_nothing_else()
    {
        Calculator().Calculate();
        File.WriteAllText(Path.Combine(_root, ".git", "version"), "garbage");

        Calculator().Calculate().Version.ShouldBe("1.2.3-4");
    }

    [Fact]
    public void A_tool_that_fails_is_told_in_its_own_last_words()
    {
        var failure = Should.Throw<DeliveryFailure>(() => Calculator("echo 'no such branch' >&2; exit 1").Calculate());

        failure.Message.ShouldStartWith("GitVersion could not calculate a version (exit 1): no such branch");
    }

    private VersionCalculator Calculator(string body = "echo INFO; echo '{\"SemVer\":\"1.2.3-4\"}'")
    {
        var tool = Path.Combine(_root, ".git", "tool");
        File.WriteAllText(tool, $"#!/bin/sh\necho called >>'{Calls}'\n{body}\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return new VersionCalculator(_root, "gitversion.dll", tool, Path.Combine(_root, ".git", "version"));
    }

    private void Commit() => Git("-c", "user.name=Test", "-c", "user.email=test@localhost", "commit", "--quiet", "--allow-empty", "--message", "A commit");

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _root })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
