namespace Workbench.App.Tests.Search.Cluster;

/// <summary>A fact on a real Slurm: skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute() => Skip = SlurmCluster.SkipReason;
}
