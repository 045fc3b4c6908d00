using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinanceHub.Supervisor;

/// <summary>Source-generated JSON of <c>instance.json</c> and <c>status.json</c>.</summary>
/// <remarks>
/// Properties with a default have a setter instead of <c>init</c>: the generated code assigns every <c>init</c> property, and would
/// replace the default of one that the file leaves out by zero or null.
/// </remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(InstanceSpec))]
[JsonSerializable(typeof(InstanceStatus))]
public sealed partial class SupervisorJson : JsonSerializerContext;
