using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>
/// Keeps one order book in step: changes are kept until a snapshot comes, joined to it by their numbers, and followed without a
/// gap from then on. At a gap the book is void at once and begun anew: a stale book shows prices at which nobody trades.
/// </summary>
/// <remarks>The two markets number differently. Spot: first ≤ last known + 1. Futures: each message names the last of the one before.
/// (Binance, "How to manage a local order book correctly", one page for each market.)</remarks>
/// <param name="instrument">Whose book.</param>
/// <param name="isFutures">By which rule.</param>
/// <param name="inbox">Where the messages go.</param>
sealed class BinanceBook(Instrument instrument, bool isFutures, IInbox inbox)
{
    /// <summary>Changes kept while a snapshot is on its way; beyond them it is too late for this one.</summary>
    const int MostKept = 2_000;

    readonly Lock gate = new();
    readonly Queue<BinanceDepth> kept = new();
    readonly DepthBatch batch = new();
    bool isLive;
    bool isJoined;
    long last;
    long lastTime;

    /// <summary>Whether a snapshot is needed to go on.</summary>
    public bool WantsSnapshot
    {
        get
        {
            lock (gate)
            {
                return !isLive;
            }
        }
    }

    /// <summary>A change came.</summary>
    public void Change(BinanceDepth change)
    {
        lock (gate)
        {
            if (isLive)
            {
                Follow(change);
                return;
            }

            kept.Enqueue(change);
            if (kept.Count > MostKept)
            {
                kept.Dequeue();
            }
        }
    }

    /// <summary>A snapshot came. One that is older than the oldest change kept leaves a gap, and is of no use.</summary>
    public void Snapshot(BinanceDepth snapshot)
    {
        lock (gate)
        {
            while (kept.TryPeek(out var oldest) && IsOver(oldest, snapshot.Last))
            {
                kept.Dequeue();
            }

            if (isLive || (kept.TryPeek(out var next) && !Joins(next, snapshot.Last)))
            {
                return;
            }

            (isLive, isJoined, last) = (true, false, snapshot.Last);
            Post(snapshot, DepthFlags.Snapshot);
            while (isLive && kept.TryDequeue(out var change))
            {
                Follow(change);
            }
        }
    }

    /// <summary>The connection broke: what is known is void.</summary>
    public void Lost()
    {
        lock (gate)
        {
            kept.Clear();
            if (isLive)
            {
                Void();
            }
        }
    }

    void Follow(BinanceDepth change)
    {
        if (IsOver(change, last) && (!isJoined || !isFutures))
        {
            return;
        }

        if (!(isJoined ? Continues(change) : Joins(change, last)))
        {
            Void();
            kept.Enqueue(change);
            inbox.Post(LinkKind.Prices, LinkState.Gap, $"the book of {instrument.Symbol} has a gap after {BinanceMap.Text(last)}");
            return;
        }

        (isJoined, last) = (true, change.Last);
        Post(change, DepthFlags.None);
    }

    bool IsOver(BinanceDepth change, long known) => isFutures ? change.Last < known : change.Last <= known;

    bool Joins(BinanceDepth change, long known) => isFutures ? change.First <= known && known <= change.Last : change.First <= known + 1 && known < change.Last;

    bool Continues(BinanceDepth change) => isFutures ? change.Previous == last : change.First <= last + 1;

    void Void()
    {
        isLive = false;
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
