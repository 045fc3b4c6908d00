using System.Globalization;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

partial class PlainBuild
{
    [Parameter("A text")]
    readonly string? Text;

    [Parameter("A number. Default: 3")]
    readonly int Number = 3;

    [Parameter("A number or none")]
    readonly int? MaybeNumber;

    [Parameter("A measure")]
    readonly double? Measure;

    [Parameter("A flag")]
    readonly bool Flag;

    [Parameter("A choice")]
    readonly Configuration? Mode;

    [Parameter("A day")]
    readonly DayOfWeek? Day;

    [Parameter("Several words")]
    readonly string[]? Words;

    [Parameter("Several numbers", Separator = ",")]
    readonly int[]? Numbers;

    [Parameter("A place")]
    readonly AbsolutePath? Place;

    [Parameter("Has another name", Name = "Renamed")]
    readonly string? Original;

    [Parameter("A property")]
    string? Property { get; set; }

    [Parameter("Not to be listed", List = false)]
    readonly string? Unlisted1;

    [Parameter("A secret"), Secret]
    readonly string? ApiKey;

    Target Values => _ => _
        .Description("Prints the parameters")
        .Executes(() =>
        {
            Show("Text", Text);
            Show("Number", Number);
            Show("MaybeNumber", MaybeNumber);
            Show("Measure", Measure);
            Show("Flag", Flag);
            Show("Mode", Mode);
            Show("Day", Day);
            Show("Words", Words is null ? null : string.Join("|", Words));
            Show("Numbers", Numbers is null ? null : string.Join("|", Numbers));
            Show("Place", Place);
            Show("Renamed", Original);
            Show("Property", Property);
            Show("Unlisted1", Unlisted1);
            Show("HasApiKey", ApiKey is not null);
            Show("Greeting", ((IGreet)this).Greeting);
            Show("Loud", ((IGreet)this).Loud);
            Show("Size", ((IShape)this).Size);
            Show("Root", Path.GetFileName(RootDirectory.ToString()));
            Show("Temporary", TemporaryDirectory.ToString()[RootDirectory.ToString().Length..]);
            Show("Profiles", string.Join("|", LoadedLocalProfiles));
            Show("Host", Host.GetType().Name);
            Show("IsLocalBuild", IsLocalBuild);
            Show("Verbosity", Verbosity);
            Show("Invoked", string.Join("|", InvokedTargets.Select(x => x.Name)));
        });

    Target NeedsText => _ => _
        .DependsOn(First)
        .Requires(() => Text)
        .Executes(() => Ran("NeedsText"));

    Target NeedsNumber => _ => _
        .Requires(() => MaybeNumber)
        .Executes(() => Ran("NeedsNumber"));

    Target NeedsCondition => _ => _
        .DependsOn(First)
        .Requires(() => Number > 5)
        .Executes(() => Ran("NeedsCondition"));

    Target NeedsFlag => _ => _
        .Requires(() => Flag)
        .Executes(() => Ran("NeedsFlag"));

    static void Show(string name, object? value) =>
        Console.Out.WriteLine(value is null ? $"{name} = (null)" : string.Create(CultureInfo.InvariantCulture, $"{name} = {value}"));
}
