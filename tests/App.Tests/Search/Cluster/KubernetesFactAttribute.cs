namespace Workbench.App.Tests.Search.Cluster;

/// <summary>A fact that needs the published shapes of Kubernetes: skipped with the reason where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubernetesFactAttribute : FactAttribute
{
    public KubernetesFactAttribute() => Skip = KubernetesModels.SkipReason;
}
