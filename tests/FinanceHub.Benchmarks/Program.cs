using FinanceHub.Benchmarks;
using FinanceHub.Testing.Clones;

// Everything is measured in one run on one fresh clone, so that the figures can be compared with each other. An argument names one part:
// accounting and delivery-ledger need no clone, replacement nothing of the product, product none of the replacements; with the directory of a sealed release it measures that one.
// It ends with 1 if a limit was not kept or a request failed.
var part = args is [var only, ..] ? only : null;
var table = new Table();
if (part is null or "accounting")
    Accounting.Measure(table);
if (part is null or "delivery-ledger")
    DeliveryLedger.Measure(table);
if (part is "accounting" or "delivery-ledger")
    return table.Close();

if (args is ["product", var release])
{
    await Product.MeasureAsync(release, table);
    return table.Close();
}

await using var clone = await FreshClone.CreateAsync();
await FreshDeploy.MeasureAsync(clone, table);
if (part is null)
{
    await FrontDoor.MeasureAsync(clone, table);
}

if (part is null or "replacement")
    await Replacement.MeasureAsync(clone, table);
if (part is "replacement")
{
    (await clone.BuildAsync("Stop", "--env", "local")).Require();
    return table.Close();
}

// The environment's own hosts would share the machine with those that are measured.
(await clone.BuildAsync("Stop", "--env", "local")).Require();
var releases = new DirectoryInfo(Path.Combine(clone.Root, "artifacts", "releases"));
await Product.MeasureAsync(releases.EnumerateDirectories().OrderBy(directory => directory.CreationTimeUtc).Last().FullName, table);
return table.Close();
