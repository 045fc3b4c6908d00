using System.Text;

namespace FinanceHub.Api.Csv;

/// <summary>Whether bytes are the text that they should be.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Why the bytes are not text in UTF-8, one sentence; null if they are.</summary>
    public static string? FaultOf(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return "Expected a file with a header, found nothing.";
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return "Expected text in UTF-8, found UTF-16: save the file as \"CSV UTF-8\".";
        if (content.IndexOf((byte)0) is >= 0 and var zero)
            return $"Expected text in UTF-8, found a zero byte in line {LineOf(content, zero)}: this is not a CSV file, or it is one in UTF-16.";
        try
        {
            _ = Strict.GetCharCount(content);
            return null;
        }
        catch (DecoderFallbackException fault)
        {
            var at = Math.Clamp(fault.Index, 0, content.Length - 1);
            return $"Expected text in UTF-8, found the byte 0x{content[at]:X2} in line {LineOf(content, at)}: save the file as \"CSV UTF-8\".";
        }
    }

    private static int LineOf(ReadOnlySpan<byte> content, int index) => content[..index].Count((byte)'\n') + 1;
}
