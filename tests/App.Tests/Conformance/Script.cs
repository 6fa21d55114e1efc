namespace Workbench.App.Tests.Conformance;

/// <summary>What the test told a trader to do, and at which of its ticks: told again, the trader does the same again.</summary>
sealed class Script
{
    readonly Dictionary<long, Action<Trader>> told = [];

    /// <summary>What it does at the next tick.</summary>
    public Action<Trader>? Next { get; set; }

    /// <summary>What is done at a tick, counted from 1; nothing where nothing was told.</summary>
    public void Play(long tick, Trader trader)
    {
        if (Next is { } next)
        {
            told.Add(tick, next);
            Next = null;
        }

        told.GetValueOrDefault(tick)?.Invoke(trader);
    }
}
