using System.Collections;
using System.Text.Json.Serialization;

namespace FinanceHub.Testing.StubHost;

/// <summary>What <c>/version</c> answers.</summary>
internal sealed record Identity(string ServiceId, string Version, string Commit, string ReleaseId);

/// <summary>What the probes answer.</summary>
internal sealed record Health(string Status, string Version, string ReleaseId, string ServiceId);

/// <summary>The process as it was started.</summary>
internal sealed record RunningProcess(int Pid, IDictionary Variables);

/// <summary>A worker as the system tells of it.</summary>
internal sealed record Worker(string ReleaseId, string InstanceId, long Beats);

/// <summary>A request as it arrived.</summary>
internal sealed record Echo(string Service, string ReleaseId, string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Identity))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(RunningProcess))]
[JsonSerializable(typeof(Worker[]))]
[JsonSerializable(typeof(Echo))]
[JsonSerializable(typeof(ReleaseFile))]
internal sealed partial class AnswersJson : JsonSerializerContext;
