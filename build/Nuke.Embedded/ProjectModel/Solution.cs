using System.IO.Enumeration;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution file, <c>.sln</c> or <c>.slnx</c>; it is read when its projects are asked for.</summary>
public sealed class Solution
{
    private readonly Lazy<IReadOnlyList<Project>> projects;

    internal Solution(AbsolutePath path)
    {
        Path = path;
        projects = new Lazy<IReadOnlyList<Project>>(() => SolutionReader.ReadProjects(this));
    }

    /// <summary>The solution file.</summary>
    public AbsolutePath Path { get; }

    /// <summary>The file's name without extension.</summary>
    public string Name => Path.NameWithoutExtension;

    /// <summary>The file's name.</summary>
    public string FileName => Path.Name;

    /// <summary>The directory of the solution file.</summary>
    public AbsolutePath Directory => Path.Parent.NotNull();

    /// <summary>All its projects, those in solution folders too, in the order of the file.</summary>
    /// <exception cref="InvalidDataException">The file is not a solution.</exception>
    public IReadOnlyCollection<Project> AllProjects => projects.Value;

    /// <summary>The projects whose names match, <c>*</c> standing for any text; case matters.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern) =>
        AllProjects.Where(x => FileSystemName.MatchesSimpleExpression(wildcardPattern, x.Name, ignoreCase: false));

    /// <summary>The project of that name among those in no solution folder; null if there is none.</summary>
    public Project? GetProject(string name) => AllProjects.SingleOrDefault(x => x.IsTopLevel && x.Name == name);

    public static implicit operator string(Solution solution) => solution.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution.Path;

    public override string ToString() => Path;
}
