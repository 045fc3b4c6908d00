using FinanceHub.Api.Imports;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.Hosts.Tests.Api;

public sealed class UploadTests
{
    [Fact]
    public async Task Of_a_body_that_is_too_large_no_more_is_read_than_is_needed_to_know()
    {
        using var body = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        body.SetLength(5L * Upload.Largest);

        (await ReadAsync(body, null)).ShouldBeNull();
        body.Position.ShouldBeLessThan(Upload.Largest + (1024 * 1024));
        body.Position = 0;
        (await ReadAsync(body, body.Length)).ShouldBeNull();
        body.Position.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Upload.Largest)]
    public async Task A_body_that_is_not_too_large_is_read_as_a_whole(int length) =>
        (await ReadAsync(new MemoryStream(new byte[length]), null)).ShouldNotBeNull().Length.ShouldBe(length);

    private static Task<byte[]?> ReadAsync(Stream body, long? length)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = body;
        request.ContentLength = length;
        return Upload.ReadAsync(request, TestContext.Current.CancellationToken);
    }
}
