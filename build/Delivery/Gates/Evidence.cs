using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FinanceHub.Delivery.Gates;

/// <summary>What a gate found. <see cref="NotEvaluated"/> is never green.</summary>
public enum Verdict
{
    /// <summary>It was checked and holds.</summary>
    [JsonStringEnumMemberName("pass")]
    Pass,

    /// <summary>It was checked and does not hold.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,

    /// <summary>It was not checked, or there was nothing to check it on.</summary>
    [JsonStringEnumMemberName("not-evaluated")]
    NotEvaluated,
}

/// <summary>The record that a gate leaves behind, one file a gate; reports are made from these records alone.</summary>
/// <param name="directory">Where the records are, usually <c>artifacts/evidence</c>.</param>
/// <param name="redact">Takes secrets out of reasons. Default: nothing is taken out.</param>
public sealed class Evidence(string directory, Func<string, string>? redact = null)
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Converters = { new JsonStringEnumConverter<Verdict>() } };

    /// <summary>Runs a gate and records what it found, a failure too, which is passed on.</summary>
    /// <param name="gate">The gate's name: the record's file name.</param>
    /// <param name="check">Does the checking and adds its inputs and figures to the record; throws if the gate does not hold.</param>
    public void Record(string gate, Action<JsonObject> check)
    {
        var figures = new JsonObject();
        Write(gate, Verdict.NotEvaluated, figures); // what stays if the process dies in the middle
        try
        {
            check(figures);
            Write(gate, Verdict.Pass, figures);
        }
        catch (DeliveryFailure interruption) when (interruption.Code is ExitCode.Interrupted or ExitCode.Terminated)
        {
            throw; // neither held nor did not: the record says so already
        }
        catch (DeliveryFailure nothing) when (nothing.Code == ExitCode.NotDeployed)
        {
            figures["reason"] = redact is null ? nothing.Message : redact(nothing.Message);
            Write(gate, Verdict.NotEvaluated, figures);
            throw;
        }
        catch (Exception failure)
        {
            figures["reason"] = redact is null ? failure.Message : redact(failure.Message);
            Write(gate, Verdict.Fail, figures);
            throw;
        }
    }

    /// <summary>Removes records that a new run is about to replace.</summary>
    public void Forget(params IEnumerable<string> gates)
    {
        foreach (var gate in gates.Where(_ => Directory.Exists(directory)))
        {
            File.Delete(FileOf(gate));
        }
    }

    private string FileOf(string gate) => Path.Combine(directory, gate + ".json");

    private void Write(string gate, Verdict verdict, JsonObject figures)
    {
        Directory.CreateDirectory(directory);
        var record = new JsonObject { ["gate"] = gate, ["verdict"] = JsonSerializer.SerializeToNode(verdict, Format), ["figures"] = figures.DeepClone() };
        var file = FileOf(gate);
        File.WriteAllText(file + ".part", record.ToJsonString(Format) + "\n");
        File.Move(file + ".part", file, overwrite: true);
    }
}
