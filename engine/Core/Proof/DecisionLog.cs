namespace Workbench.Core;

/// <summary>Keeps every decision of a run: what later runs are held against.</summary>
sealed class DecisionLog : DecisionSink
{
    readonly List<Recorded> decisions = [];

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<Recorded> Decisions => decisions;

    protected override void Take(ReadOnlySpan<byte> decided, string tag) => decisions.Add(new Recorded(decided.ToArray(), tag));
}
