namespace Nuke.Common.IO;

/// <summary>What copying and moving do where the target exists already.</summary>
[Flags]
public enum ExistsPolicy
{
    /// <summary>An existing directory is an error.</summary>
    DirectoryFail = 1,

    /// <summary>The contents are merged into an existing directory.</summary>
    DirectoryMerge = 2,

    /// <summary>An existing file is an error.</summary>
    FileFail = 4,

    /// <summary>An existing file stays as it is.</summary>
    FileSkip = 8,

    /// <summary>An existing file is replaced.</summary>
    FileOverwrite = 16,

    /// <summary>An existing file is replaced by one that was written later.</summary>
    FileOverwriteIfNewer = 32,

    /// <summary>Whatever exists is an error: the default.</summary>
    Fail = DirectoryFail | FileFail,

    /// <summary>Directories are merged, existing files stay.</summary>
    MergeAndSkip = DirectoryMerge | FileSkip,

    /// <summary>Directories are merged, existing files are replaced.</summary>
    MergeAndOverwrite = DirectoryMerge | FileOverwrite,

    /// <summary>Directories are merged, existing files are replaced by newer ones.</summary>
    MergeAndOverwriteIfNewer = DirectoryMerge | FileOverwriteIfNewer,
}
