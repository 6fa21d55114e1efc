namespace Workbench.Data.Tests.Parquet;

/// <summary>A fact that needs <see cref="Peer"/>; skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Peer.SkipReason;
}
