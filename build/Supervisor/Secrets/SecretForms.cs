using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinanceHub.Supervisor.Secrets;

/// <summary>The ways in which a secret can turn up in output.</summary>
public static class SecretForms
{
    // A shorter line of a secret is too likely an ordinary word: hiding it everywhere would hide what is not secret.
    private const int ShortestLine = 4;

    /// <summary>The secret itself, its lines, and what JSON and addresses make of each.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        var lines = secret.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Where(x => lines.Length > 1 && x.Length >= ShortestLine)
            .Append(secret)
            .Append(secret.ReplaceLineEndings("\n"))
            .Append(secret.Trim())
            .SelectMany(Encoded)
            .Where(x => x.Length > 0)
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Encoded(string text)
    {
        yield return text;
        yield return JsonEncodedText.Encode(text).ToString();
        yield return JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        var escaped = Uri.EscapeDataString(text);
        yield return escaped;
        yield return WebUtility.UrlEncode(text);
        // The hexadecimal digits of an encoded character may be written small.
        yield return LowerEscapes(escaped);
    }

    private static string LowerEscapes(string escaped)
    {
        var characters = escaped.ToCharArray();
        for (var i = 0; i + 2 < characters.Length; i++)
        {
            if (characters[i] != '%')
                continue;
            characters[i + 1] = char.ToLowerInvariant(characters[i + 1]);
            characters[i + 2] = char.ToLowerInvariant(characters[i + 2]);
        }

        return new string(characters);
    }
}
