namespace FinanceHub.Testing.Clones;

/// <summary>A file that reads differently until this is disposed.</summary>
public sealed class Change : IDisposable
{
    private readonly string _file;
    private readonly string _before;

    /// <summary>Edits a file.</summary>
    /// <exception cref="InvalidOperationException">The edit changes nothing.</exception>
    public Change(string file, Func<string, string> edit)
    {
        (_file, _before) = (file, File.ReadAllText(file));
        var after = edit(_before);
        if (after == _before)
            throw new InvalidOperationException($"The edit of {file} changes nothing: what it looks for is not there.");

        File.WriteAllText(file, after);
    }

    /// <summary>Puts the text back.</summary>
    public void Dispose() => File.WriteAllText(_file, _before);
}
