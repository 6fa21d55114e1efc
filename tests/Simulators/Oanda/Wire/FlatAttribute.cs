namespace Workbench.Simulators.Oanda;

/// <summary>The fields of this record lie on the wire among those of the record around it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlatAttribute : Attribute;
