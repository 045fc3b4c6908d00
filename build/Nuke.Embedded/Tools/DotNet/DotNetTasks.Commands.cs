using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static partial class DotNetTasks
{
    /// <summary>Runs <c>dotnet restore</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetRestore(DotNetRestoreSettings? options = null) =>
        tool.Execute(options ?? new DotNetRestoreSettings());

    /// <inheritdoc cref="DotNetRestore(DotNetRestoreSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) =>
        DotNetRestore(configurator(new DotNetRestoreSettings()));

    /// <summary>Runs <c>dotnet restore</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRestore(
        CombinatorialConfigure<DotNetRestoreSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet build</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetBuild(DotNetBuildSettings? options = null) =>
        tool.Execute(options ?? new DotNetBuildSettings());

    /// <inheritdoc cref="DotNetBuild(DotNetBuildSettings)"/>
    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) =>
        DotNetBuild(configurator(new DotNetBuildSettings()));

    /// <summary>Runs <c>dotnet build</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetBuild(
        CombinatorialConfigure<DotNetBuildSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet test</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetTest(DotNetTestSettings? options = null) =>
        tool.Execute(options ?? new DotNetTestSettings());

    /// <inheritdoc cref="DotNetTest(DotNetTestSettings)"/>
    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) =>
        DotNetTest(configurator(new DotNetTestSettings()));

    /// <summary>Runs <c>dotnet test</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(
        CombinatorialConfigure<DotNetTestSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet run</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetRun(DotNetRunSettings? options = null) =>
        tool.Execute(options ?? new DotNetRunSettings());

    /// <inheritdoc cref="DotNetRun(DotNetRunSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRun(Configure<DotNetRunSettings> configurator) =>
        DotNetRun(configurator(new DotNetRunSettings()));

    /// <summary>Runs <c>dotnet run</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetRunSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRun(
        CombinatorialConfigure<DotNetRunSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet publish</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings? options = null) =>
        tool.Execute(options ?? new DotNetPublishSettings());

    /// <inheritdoc cref="DotNetPublish(DotNetPublishSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) =>
        DotNetPublish(configurator(new DotNetPublishSettings()));

    /// <summary>Runs <c>dotnet publish</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(
        CombinatorialConfigure<DotNetPublishSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet pack</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetPack(DotNetPackSettings? options = null) =>
        tool.Execute(options ?? new DotNetPackSettings());

    /// <inheritdoc cref="DotNetPack(DotNetPackSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) =>
        DotNetPack(configurator(new DotNetPackSettings()));

    /// <summary>Runs <c>dotnet pack</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetPackSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPack(
        CombinatorialConfigure<DotNetPackSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet clean</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetClean(DotNetCleanSettings? options = null) =>
        tool.Execute(options ?? new DotNetCleanSettings());

    /// <inheritdoc cref="DotNetClean(DotNetCleanSettings)"/>
    public static IReadOnlyCollection<Output> DotNetClean(Configure<DotNetCleanSettings> configurator) =>
        DotNetClean(configurator(new DotNetCleanSettings()));

    /// <summary>Runs <c>dotnet clean</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetCleanSettings Settings, IReadOnlyCollection<Output> Output)> DotNetClean(
        CombinatorialConfigure<DotNetCleanSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet format</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetFormat(DotNetFormatSettings? options = null) =>
        tool.Execute(options ?? new DotNetFormatSettings());

    /// <inheritdoc cref="DotNetFormat(DotNetFormatSettings)"/>
    public static IReadOnlyCollection<Output> DotNetFormat(Configure<DotNetFormatSettings> configurator) =>
        DotNetFormat(configurator(new DotNetFormatSettings()));

    /// <summary>Runs <c>dotnet format</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetFormatSettings Settings, IReadOnlyCollection<Output> Output)> DotNetFormat(
        CombinatorialConfigure<DotNetFormatSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs <c>dotnet tool restore</c>.</summary>
    /// <inheritdoc cref="ProcessExtensions.AssertZeroExitCode" path="/exception"/>
    public static IReadOnlyCollection<Output> DotNetToolRestore(DotNetToolRestoreSettings? options = null) =>
        tool.Execute(options ?? new DotNetToolRestoreSettings());

    /// <inheritdoc cref="DotNetToolRestore(DotNetToolRestoreSettings)"/>
    public static IReadOnlyCollection<Output> DotNetToolRestore(Configure<DotNetToolRestoreSettings> configurator) =>
        DotNetToolRestore(configurator(new DotNetToolRestoreSettings()));

    /// <summary>Runs <c>dotnet tool restore</c> once per set of options.</summary>
    /// <exception cref="AggregateException">One or more of them failed.</exception>
    public static IReadOnlyCollection<(DotNetToolRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetToolRestore(
        CombinatorialConfigure<DotNetToolRestoreSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) => Combine(configurator, degreeOfParallelism, completeOnFailure);
}
