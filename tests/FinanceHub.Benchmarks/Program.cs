using FinanceHub.Benchmarks;
using FinanceHub.Testing.Clones;

// Everything is measured in one run on one fresh clone, so that the figures can be compared with each other.
var table = new Table("What", "Runs", "Median", "p95", "Slowest", "Remarks");
Accounting.Measure(table);
if (args is ["accounting"])
{
    // The one part that needs no clone: seconds instead of minutes.
    Console.WriteLine(table);
    return 0;
}

await using var clone = await FreshClone.CreateAsync();
await FreshDeploy.MeasureAsync(clone, table);
await FrontDoor.MeasureAsync(clone, table);
await Replacement.MeasureAsync(clone, table);
Console.WriteLine(table);
return 0;
