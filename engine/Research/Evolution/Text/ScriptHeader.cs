namespace Workbench.Research.Evolution;

/// <summary>What the first lines of an evolved script say about where it comes from. Texts are one line each; empty ones are left out.</summary>
public sealed record ScriptHeader
{
    /// <summary>Name of the class; empty for <c>Evolved</c> and the first digits of the genome's hash.</summary>
    public string Name { get; init; } = "";

    /// <summary>Hashes or names of its parents, the one it took most of first.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>What made it of them: <see cref="Offspring.Operator"/>, or <c>random</c>.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The run that found it, with its seed.</summary>
    public string Run { get; init; } = "";

    /// <summary>Figures on the data it was selected by, with their period.</summary>
    public string InSample { get; init; } = "";

    /// <summary>Figures on data it was not selected by, with their period.</summary>
    public string OutOfSample { get; init; } = "";

    /// <summary>Trials of its family when it was written; 0 to say nothing.</summary>
    public long Trials { get; init; }

    public bool Equals(ScriptHeader? other) => other is not null && Name == other.Name && Parents.SequenceEqual(other.Parents) && Operator == other.Operator
        && Run == other.Run && InSample == other.InSample && OutOfSample == other.OutOfSample && Trials == other.Trials;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name + Run);
}
