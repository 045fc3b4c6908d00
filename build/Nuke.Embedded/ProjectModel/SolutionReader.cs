using System.Xml;
using Microsoft.VisualStudio.SolutionPersistence.Model;
using Microsoft.VisualStudio.SolutionPersistence.Serializer;

namespace Nuke.Common.ProjectModel;

/// <summary>The only user of the solution library: a build that reads no solution never loads it.</summary>
internal static class SolutionReader
{
    public static IReadOnlyList<Project> ReadProjects(Solution solution)
    {
        Assert.FileExists(solution.Path, $"Solution file '{solution.Path}' does not exist");
        var serializer = SolutionSerializers.GetSerializerByMoniker(solution.Path)
            .NotNull($"'{solution.Path}' is not a solution file: expected .sln or .slnx");
        return [.. Read().SolutionProjects.Select(x => new Project(x.ActualDisplayName, x.FilePath, x.Parent is null, solution))];

        SolutionModel Read()
        {
            try
            {
                return serializer.OpenAsync(solution.Path, CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (Exception exception) when (exception is SolutionException or XmlException)
            {
                throw new InvalidDataException($"Solution file '{solution.Path}' cannot be read: {exception.Message}", exception);
            }
        }
    }
}
