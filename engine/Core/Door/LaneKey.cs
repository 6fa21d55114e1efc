namespace Workbench.Core;

/// <summary>
/// An event's place in the merged order: by time, then rank, then tape. At one instant stored bars close first, then whatever
/// the clock makes due (built bars, sessions, timers), and then the new things of that instant: ticks, prints, opens.
/// </summary>
readonly record struct LaneKey(long Time, int Rank, int Index)
{
    public const int BarClose = 0;
    public const int Due = 1;
    public const int New = 2;

    /// <summary>After everything.</summary>
    public static LaneKey End { get; } = new(long.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>Before all else at an instant.</summary>
    public static LaneKey FirstAt(long time) => new(time, int.MinValue, 0);

    /// <summary>Whether this comes before the other.</summary>
    public bool Precedes(LaneKey other) =>
        Time != other.Time ? Time < other.Time : Rank != other.Rank ? Rank < other.Rank : Index < other.Index;

    /// <summary>First time at which an event of that rank and tape no longer precedes this key.</summary>
    public long LimitFor(int rank, int index) =>
        Time < long.MaxValue && new LaneKey(Time, rank, index).Precedes(this) ? Time + 1 : Time;
}
