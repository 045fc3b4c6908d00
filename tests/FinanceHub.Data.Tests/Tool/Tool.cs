using FinanceHub.Database;

namespace FinanceHub.Data.Tests.Tool;

/// <summary>The database tool, as its command line runs it.</summary>
internal static class Tool
{
    public static async Task<ToolRun> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await DatabaseTool.RunAsync(arguments, output, error);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}

/// <summary>How it ended.</summary>
public sealed record ToolRun(int Code, string Output, string Error)
{
    internal void ShouldFail(int code, string because)
    {
        Code.ShouldBe(code, Error);
        Error.ShouldContain(because, Case.Insensitive);
        Error.Trim().ShouldNotContain('\n');
        Output.ShouldBeEmpty();
    }
}
