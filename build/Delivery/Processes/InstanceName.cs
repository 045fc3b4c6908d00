namespace FinanceHub.Delivery.Processes;

/// <summary>The name of an instance's directory: the service, and the operation that started it.</summary>
/// <param name="Service">api, web, worker or gateway.</param>
/// <param name="Group">Equal for the instances that were started together; "public" for the gateway, which outlives releases.</param>
internal readonly record struct InstanceName(string Service, string Group)
{
    public static InstanceName Gateway { get; } = new("gateway", "public");

    public static InstanceName? Parse(string directory)
    {
        var name = Path.GetFileName(directory);
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && dash < name.Length - 1 ? new InstanceName(name[..dash], name[(dash + 1)..]) : null;
    }

    public override string ToString() => $"{Service}-{Group}";
}
