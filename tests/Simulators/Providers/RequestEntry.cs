namespace Workbench.Simulators.Providers;

/// <summary>A call that came, and what became of it.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Target">Path and query as they came, the key masked.</param>
/// <param name="KeyIn">Where the key was shown: <c>query</c>, <c>header</c> or <c>none</c>.</param>
public sealed record RequestEntry(int Number, DateTimeOffset At, string Target, string KeyIn)
{
    /// <summary>Status of the answer; 0 while there is none.</summary>
    public int Status { get; init; }

    /// <summary>Bytes of the answer's body that were sent.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether the answer went out unharmed and whole.</summary>
    public bool IsWhole { get; init; }
}
