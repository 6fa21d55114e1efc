namespace Workbench.Core;

/// <summary>DeMark's setup: closes in a row that lie on one side of the close four bars before, counted from where that side turned.</summary>
sealed class TdSetup
{
    readonly Window closes = new(5);
    int before;

    /// <summary>Closes so far, below 0 where they fall; 0 between setups. An equal close ends one, and only a turn starts the next.</summary>
    public int Count { get; private set; }

    public void Add(double close)
    {
        closes.Add(close);
        var side = Side(close, closes.Oldest);
        var started = before == -side ? side : 0;
        Count = side != 0 && side == Math.Sign(Count) ? Count + side : started;
        before = side;
    }

    // Not Math.Sign of the difference: that throws where the older close is not there yet (NaN).
    static int Side(double now, double past) => now > past ? 1 : now < past ? -1 : 0;
}
