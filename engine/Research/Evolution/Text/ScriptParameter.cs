namespace Workbench.Research.Evolution;

/// <summary>A setting of an evolved script.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">What it starts as, in C#.</param>
/// <param name="Attribute">What stands in its attribute's brackets; empty for nothing.</param>
sealed record ScriptParameter(string Type, string Name, string Default, string Attribute)
{
    /// <summary>Its line.</summary>
    public override string ToString() =>
        $"[Parameter{(Attribute.Length == 0 ? "" : $"({Attribute})")}] public {Type} {Name} {{ get; init; }} = {Default};";
}
