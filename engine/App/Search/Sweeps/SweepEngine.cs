namespace Workbench.App;

/// <summary>What runs the batches of a sweep.</summary>
/// <param name="Name">local, slurm or plan.</param>
/// <param name="Partition">Where in a Slurm cluster; null for its default.</param>
sealed record SweepEngine(string Name, string? Partition)
{
    /// <summary>This machine.</summary>
    public bool IsLocal => Name == "local";

    /// <summary>Nothing: the plan is written, for a scheduler of the user's.</summary>
    public bool IsPlan => Name == "plan";

    /// <summary>From its word.</summary>
    /// <exception cref="Model.WorkbenchException">WB4420: nobody knows it.</exception>
    public static SweepEngine Parse(string text) => text.Split(':') switch
    {
        ["local" or "slurm" or "plan"] => new SweepEngine(text, null),
        ["slurm", { Length: > 0 } partition] => new SweepEngine("slurm", partition),
        _ => throw SweepErrors.UnknownEngine(text),
    };
}
