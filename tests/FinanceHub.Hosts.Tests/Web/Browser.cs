using System.Net;
using System.Text.RegularExpressions;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>Reads pages and sends their forms, tokens included, as a browser does.</summary>
internal sealed partial class Browser(HttpClient client)
{
    public async Task<Page> GetAsync(string path) => await Page.ReadAsync(await client.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Opens a page, fills in its form of that name and sends it.</summary>
    public async Task<Page> SubmitAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return await PostAsync(path, [.. page.HiddenFields(form), .. fields]);
    }

    public async Task<Page> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Page.ReadAsync(await client.PostAsync(path, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends anything.</summary>
    public async Task<Page> PostAsync(string path, HttpContent content) => await Page.ReadAsync(await client.PostAsync(path, content, TestContext.Current.CancellationToken));

    /// <summary>The same as <see cref="SubmitAsync"/> with a file in one of the fields.</summary>
    public Task<Page> UploadAsync(string path, string form, (string Name, string Content) file, params (string Name, string Value)[] fields) =>
        UploadAsync(path, form, (file.Name, new StringContent(file.Content)), fields);

    /// <summary>The same as <see cref="SubmitAsync"/> with a file in one of the fields.</summary>
    public async Task<Page> UploadAsync(string path, string form, (string Name, HttpContent Content) file, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in (await GetAsync(path)).HiddenFields(form).Concat(fields))
            content.Add(new StringContent(value), name);
        content.Add(file.Content, file.Name, "activities.csv");
        return await PostAsync(path, content);
    }

    internal sealed partial record Page(HttpStatusCode Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies)
    {
        public static async Task<Page> ReadAsync(HttpResponseMessage response)
        {
            using (response)
            {
                return new Page(
                    response.StatusCode,
                    await response.Content.ReadAsStringAsync(),
                    response.Headers.Location?.OriginalString,
                    response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)),
                    response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);
            }
        }

        /// <summary>The hidden fields of the form that <paramref name="form"/> names; of the sign-out form if it is empty.</summary>
        public IEnumerable<(string Name, string Value)> HiddenFields(string form)
        {
            var part = FormPattern().Matches(Html).Select(match => match.Value).Single(text => form.Length == 0
                ? text.Contains("/sign-out", StringComparison.Ordinal)
                : text.Contains($"value=\"{form}\"", StringComparison.Ordinal));
            return HiddenPattern().Matches(part).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));
        }

        [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
        private static partial Regex FormPattern();

        [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
        private static partial Regex HiddenPattern();
    }
}
