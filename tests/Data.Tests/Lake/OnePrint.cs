namespace Workbench.Data.Tests.Lake;

/// <summary>A tape of a single print of gold.</summary>
/// <param name="time">When.</param>
/// <param name="aggressor">Who took.</param>
sealed class OnePrint(long time, Side aggressor) : ICursor<TradeBatch>
{
    bool isRead;

    public Instrument Instrument => Ticks.Gold;

    public bool Read(TradeBatch into)
    {
        into.Count = 0;
        if (!isRead)
        {
            into.Add(time, 2_000_000, 100, aggressor);
        }

        isRead = true;
        return into.Count > 0;
    }

    public void Dispose() { }
}
