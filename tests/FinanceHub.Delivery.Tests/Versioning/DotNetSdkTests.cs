using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Tests.Versioning;

public sealed class DotNetSdkTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_version_is_what_the_sdk_says() => DotNetSdk.Version(Tool("echo 10.0.401"), _directory.Root).ShouldBe("10.0.401");

    [Theory]
    [InlineData("echo 'no suitable SDK' >&2; exit 145", "no suitable SDK (exit 145)")]
    [InlineData("exit 0", "(exit 0)")]
    public void An_sdk_that_does_not_say_is_none(string body, string expected)
    {
        var failure = Should.Throw<DeliveryFailure>(() => DotNetSdk.Version(Tool(body), _directory.Root));

        failure.Code.ShouldBe(ExitCode.NoSdk);
        failure.Message.ShouldContain(expected);
    }

    private string Tool(string body)
    {
        var tool = _directory.Write("dotnet", $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return tool;
    }
}
