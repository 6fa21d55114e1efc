namespace Workbench.Core;

/// <summary>A timer of event time: due once, or at each multiple of a span since midnight UTC.</summary>
sealed class EventTimer(StrategyHost seat, long due, long every, string name)
{
    public long Due { get; private set; } = due;

    public string Name => name;

    /// <summary>Whose it is.</summary>
    public StrategyHost Seat => seat;

    /// <summary>Moves on to the next multiple; false when it was due only once.</summary>
    public bool Repeat(long now)
    {
        if (every == 0)
        {
            return false;
        }

        Due = UtcNanos.Floor(now, every) + every;
        return true;
    }
}
