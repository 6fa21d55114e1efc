namespace Workbench.Simulators.Tests.Peers;

/// <summary>A fact that a client of npm has to attest: runs where Node is and the packages can be had, is skipped with the reason elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = Peers.SkipReason;
}
