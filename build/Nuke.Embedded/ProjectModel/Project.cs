using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public sealed class Project
{
    internal Project(string name, string relativePath, bool isTopLevel, Solution solution)
    {
        Name = name;
        IsTopLevel = isTopLevel;
        Solution = solution;
        Path = solution.Directory / relativePath.Replace('\\', '/');
    }

    /// <summary>Its name in the solution: that of the file, unless the solution says otherwise.</summary>
    public string Name { get; }

    /// <summary>The project file.</summary>
    public AbsolutePath Path { get; }

    /// <summary>The directory of the project file.</summary>
    public AbsolutePath Directory => Path.Parent.NotNull();

    /// <summary>The solution it is in.</summary>
    public Solution Solution { get; }

    internal bool IsTopLevel { get; }

    public static implicit operator string(Project project) => project.Path;

    public static implicit operator AbsolutePath(Project project) => project.Path;

    public override string ToString() => Name;
}
