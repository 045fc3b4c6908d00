namespace FinanceHub.Delivery.CommandLine;

/// <summary>Finds everything that the engine would ignore, guess or warn about, before anything runs.</summary>
public sealed class CommandLineChecks
{
    private readonly CommandLineModel model;
    private readonly CommandLineInput input;
    private readonly List<Fault> faults = [];
    private readonly List<GivenValues> given = [];

    private CommandLineChecks(CommandLineModel model, CommandLineInput input)
    {
        this.model = model;
        this.input = input;
    }

    /// <summary>Checks command line, environment and parameters files.</summary>
    /// <exception cref="DeliveryFailure">A parameters file is malformed: exit code 10.</exception>
    public static CommandLineReport Check(CommandLineModel model, CommandLineInput input)
    {
        var checks = new CommandLineChecks(model, input);
        checks.CheckArguments(ArgumentReader.Read(input.Arguments));
        checks.CheckEnvironment();
        checks.CheckFiles();
        foreach (var values in checks.given)
            checks.faults.AddRange(ValueChecks.Check(model, values));
        var secrets = checks.given.Where(x => x.Option.IsSecret).SelectMany(x => x.Split().Concat(x.Values));
        return new CommandLineReport(checks.faults, checks.given, secrets.Where(x => x.Length > 0).ToHashSet(StringComparer.Ordinal));
    }

    private void CheckArguments(ArgumentReader arguments)
    {
        var targets = model.Options.FirstOrDefault(x => x.TakesTargets && OptionNames.AreEqual(x.Name, "target"));
        if (targets is not null && arguments.Positional.Count > 0)
        {
            given.Add(new GivenValues(targets, arguments.Positional, "the command line"));
            if (arguments.Options.Any(x => OptionNames.AreEqual(x.Written, targets.Name)))
                faults.Add(new Fault($"Targets are named before the options and again with {targets.Dashed}: the engine would run only the latter. Name them once."));
        }

        foreach (var (written, values) in arguments.Options)
        {
            if (model.Find(written) is { } option)
                given.Add(new GivenValues(option, values, written) { IsArgument = true });
            else
                faults.Add(Unknown(written));
        }

        // A text takes every word; but who names no target at all has most likely named it here.
        if (!given.Any(x => x.Option == targets))
            faults.AddRange(given.Where(x => x.Option is { Arity: OptionArity.One, TakesTargets: false }).SelectMany(x => ValueChecks.CheckForTarget(model, x)));
    }

    private Fault Unknown(string written)
    {
        var name = written.Split('=', 2)[0];
        if (name != written && model.Find(name) is { } option)
            return new Fault($"Option '{name}' and its value are joined by '='. Write: {option.Dashed} <value>");
        return new Fault($"Unknown option '{name}'.{Suggestions.For(name, model.Options.Select(x => x.Dashed))}");
    }

    private void CheckEnvironment()
    {
        var environment = new EnvironmentReader(input.Variables);
        foreach (var option in model.Options)
        {
            if (HasArgument(option))
                continue;
            switch (environment.Find(option.Name))
            {
                case []:
                    break;
                case [var name]:
                    given.Add(new GivenValues(option, [input.Variables[name]], $"environment variable {name}"));
                    break;
                case var names:
                    faults.Add(new Fault($"Environment variables {string.Join(" and ", names)} both stand for {option.Dashed}: the engine would take neither. Unset all but one."));
                    break;
            }
        }
    }

    private void CheckFiles()
    {
        if (ParametersFile.Read(input.ConfigurationDirectory, ParametersFile.DefaultFileName) is { } defaults)
            CheckFile(defaults);

        var profiles = given.FirstOrDefault(x => OptionNames.AreEqual(x.Option.Name, "profile"));
        foreach (var profile in profiles?.Split() ?? [])
        {
            if (ParametersFile.Read(input.ConfigurationDirectory, ParametersFile.FileNameOf(profile)) is { } file)
            {
                CheckFile(file);
                continue;
            }

            var known = ParametersFile.ProfilesIn(input.ConfigurationDirectory);
            faults.Add(new Fault($"Unknown profile '{profile}': there is no .nuke/{ParametersFile.FileNameOf(profile)}."
                + (known.Count == 0 ? " There are no profiles." : $" There are {string.Join(", ", known)}.")
                + Suggestions.For(profile, known)));
        }
    }

    private void CheckFile(ParametersFile file)
    {
        foreach (var (key, values, isArray) in file.Entries)
        {
            var source = $"'{key}' in {file.Name}";
            if (model.Find(key) is not { } option)
                faults.Add(new Fault($"Unknown parameter {source}.{Suggestions.For(key, model.Options.Select(x => x.Name))}"));
            else if (values is null)
                faults.Add(new Fault($"{source} must be a text, a number, true, false or a list of these."));
            else if (isArray && option.Arity != OptionArity.Many)
                faults.Add(new Fault($"{source} is a list, but {option.Dashed} takes one value."));
            else if (!values.Any(x => x.StartsWith('-')))
                given.Add(new GivenValues(option, values, source));
            else
                faults.Add(new Fault($"{source} starts with '-', which the engine would read as an option."));
        }
    }

    private bool HasArgument(OptionDefinition option) => given.Any(x => x.Option == option);
}
