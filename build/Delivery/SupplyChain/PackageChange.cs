namespace FinanceHub.Delivery.SupplyChain;

/// <summary>A package whose versions differ between two releases.</summary>
/// <param name="Name">The package.</param>
/// <param name="From">The versions that ship now, with commas between them; null if none does.</param>
/// <param name="To">The versions that will; null if none will.</param>
public sealed record PackageChange(string Name, string? From, string? To)
{
    /// <summary>How many packages come, go and change, as "+1 -2 ~3".</summary>
    public static string Summary(IReadOnlyCollection<PackageChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return changes.Count == 0
            ? "unchanged"
            : $"+{changes.Count(change => change.From is null)} -{changes.Count(change => change.To is null)} ~{changes.Count(change => change is { From: not null, To: not null })}";
    }

    /// <summary>The differences between two bills of materials, by name.</summary>
    internal static IReadOnlyList<PackageChange> Between(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        var (before, after) = (BillOfMaterials.PackagesOf(from), BillOfMaterials.PackagesOf(to));
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase)
                .Select(name => new PackageChange(name, Versions(before, name), Versions(after, name)))
                .Where(change => change.From != change.To),
        ];
    }

    private static string? Versions(IReadOnlyDictionary<string, IReadOnlyList<string>> packages, string name) =>
        packages.TryGetValue(name, out var versions) ? string.Join(", ", versions) : null;
}
