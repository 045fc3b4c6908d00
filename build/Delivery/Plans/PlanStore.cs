using System.Text.Json;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Plans;

/// <summary>Plans that were printed, by their hash, until they are carried out or forgotten.</summary>
internal sealed class PlanStore(StateDirectory state)
{
    private const int Kept = 20;

    public string Save(DeliveryPlan plan)
    {
        Directory.CreateDirectory(state.Plans);
        var hash = plan.Hash();
        AtomicFile.Write(FileOf(hash), plan.ToBytes());
        foreach (var old in new DirectoryInfo(state.Plans).EnumerateFiles("*.json").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept))
        {
            old.Delete();
        }

        return hash;
    }

    /// <exception cref="DeliveryFailure">There is no such plan, or it was changed.</exception>
    public DeliveryPlan Load(string hash)
    {
        var plan = hash.All(char.IsAsciiHexDigitLower) && File.Exists(FileOf(hash)) ? Read(hash) : null;
        return plan is not null && plan.Hash() == hash
            ? plan
            : throw new DeliveryFailure(ExitCode.PlanChanged, $"There is no plan {hash} in {state.Plans}{(plan is null ? "" : " that is as it was printed")}. Print one and approve its hash: --dry-run");
    }

    private DeliveryPlan? Read(string hash)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(FileOf(hash)), PlanJson.Default.DeliveryPlan);
        }
        catch (JsonException)
        {
            return null; // the caller says that it is not there as it was printed
        }
    }

    private string FileOf(string hash) => Path.Combine(state.Plans, hash + ".json");
}
