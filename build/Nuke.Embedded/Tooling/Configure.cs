namespace Nuke.Common.Tooling;

/// <summary>Changes options: gets some, returns changed copies of them.</summary>
public delegate T Configure<T>(T options);

/// <summary>Changes options by a value.</summary>
public delegate T Configure<T, in TValue>(T options, TValue value);

/// <summary>Makes several options of one: one invocation each.</summary>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options);
