using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>
/// Keeps one order book in step by <see cref="BookJoin{TMessage}"/> and posts what it comes to. At a gap the book is void at once and
/// begun anew: a stale book shows prices at which nobody trades.
/// </summary>
sealed class BinanceBook
{
    readonly Lock gate = new();
    readonly DepthBatch batch = new();
    readonly BookJoin<BinanceDepth> join;
    readonly Instrument instrument;
    readonly IInbox inbox;
    long lastTime;

    /// <summary>A book that is empty and void.</summary>
    /// <param name="instrument">Whose book.</param>
    /// <param name="isFutures">By which of the venue's two rules.</param>
    /// <param name="inbox">Where the messages go.</param>
    public BinanceBook(Instrument instrument, bool isFutures, IInbox inbox)
    {
        (this.instrument, this.inbox) = (instrument, inbox);
        join = new BookJoin<BinanceDepth>(isFutures, Post, Lose);
    }

    /// <summary>Whether a snapshot is needed to go on.</summary>
    public bool WantsSnapshot
    {
        get
        {
            lock (gate)
            {
                return !join.IsLive;
            }
        }
    }

    /// <summary>A change came.</summary>
    public void Change(BinanceDepth change)
    {
        lock (gate)
        {
            join.Change(change);
        }
    }

    /// <summary>A snapshot came.</summary>
    public void Snapshot(BinanceDepth snapshot)
    {
        lock (gate)
        {
            join.Snapshot(snapshot);
        }
    }

    /// <summary>The connection broke: what is known is void.</summary>
    public void Lost()
    {
        lock (gate)
        {
            if (join.Break())
            {
                Void();
            }
        }
    }

    void Lose(long last)
    {
        Void();
        inbox.Post(LinkKind.Prices, LinkState.Gap, $"the book of {instrument.Symbol} has a gap after {BinanceMap.Text(last)}");
    }

    void Void()
    {
        batch.Count = 0;
        batch.Add(lastTime, Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End);
        inbox.Post(instrument, batch);
    }

    void Post(BinanceDepth message, DepthFlags first)
    {
        // A snapshot is newer than changes that follow it by number; time never falls all the same.
        lastTime = Math.Max(lastTime, message.Time);
        batch.Count = 0;
        foreach (var (side, price, size) in message.Levels)
        {
            batch.Add(lastTime, side, price, size, batch.Count == 0 ? first : DepthFlags.None);
        }

        if (batch.Count == 0)
        {
            if (first == DepthFlags.None)
            {
                return;
            }

            // An empty book is one too.
            batch.Add(lastTime, Side.Buy, 0, 0, first);
        }

        batch.Flags[batch.Count - 1] |= DepthFlags.End;
        inbox.Post(instrument, batch);
    }
}
