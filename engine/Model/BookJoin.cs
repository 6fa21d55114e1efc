namespace Workbench.Model;

/// <summary>
/// Joins numbered changes of an order book to a snapshot and follows them without a gap: changes are kept until a snapshot comes, and at a
/// gap the book is void at once and begun anew. Live feeds and recordings of them go by this one rule.
/// </summary>
/// <remarks>The two markets of Binance number differently. Spot: first ≤ last known + 1. Futures: each message names the last change of the one
/// before it. (Binance, "How to manage a local order book correctly", one page for each market.)</remarks>
/// <typeparam name="TMessage">Changes and snapshots.</typeparam>
/// <param name="isChained">Whether messages name the last change of the one before: the rule of futures.</param>
/// <param name="apply">Takes a message in; <see cref="DepthFlags.Snapshot"/> where it is one, else <see cref="DepthFlags.None"/>.</param>
/// <param name="lost">The book is void: changes after this number did not come.</param>
public sealed class BookJoin<TMessage>(bool isChained, Action<TMessage, DepthFlags> apply, Action<long> lost)
    where TMessage : INumberedChange
{
    /// <summary>Changes kept while a snapshot is on its way; beyond them it is too late for this one.</summary>
    const int MostKept = 2_000;

    readonly Queue<TMessage> kept = new();
    bool isJoined;
    long last;

    /// <summary>Whether a snapshot came and nothing was lost since.</summary>
    public bool IsLive { get; private set; }

    /// <summary>A change came.</summary>
    public void Change(TMessage change)
    {
        if (IsLive)
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

    /// <summary>A snapshot came. One that is older than the oldest change kept leaves a gap, and is of no use; while the book is in step none is needed.</summary>
    public void Snapshot(TMessage snapshot)
    {
        while (kept.TryPeek(out var oldest) && IsOver(oldest, snapshot.Last))
        {
            kept.Dequeue();
        }

        if (IsLive || (kept.TryPeek(out var next) && !Joins(next, snapshot.Last)))
        {
            return;
        }

        (IsLive, isJoined, last) = (true, false, snapshot.Last);
        apply(snapshot, DepthFlags.Snapshot);
        while (IsLive && kept.TryDequeue(out var change))
        {
            Follow(change);
        }
    }

    /// <summary>The stream broke off: what is known is void.</summary>
    /// <returns>Whether there was a book to lose.</returns>
    public bool Break()
    {
        kept.Clear();
        var wasLive = IsLive;
        IsLive = false;
        return wasLive;
    }

    void Follow(TMessage change)
    {
        if (IsOver(change, last) && (!isJoined || !isChained))
        {
            return;
        }

        if (!(isJoined ? Continues(change) : Joins(change, last)))
        {
            IsLive = false;
            kept.Enqueue(change);
            lost(last);
            return;
        }

        (isJoined, last) = (true, change.Last);
        apply(change, DepthFlags.None);
    }

    bool IsOver(TMessage change, long known) => isChained ? change.Last < known : change.Last <= known;

    bool Joins(TMessage change, long known) => isChained ? change.First <= known && known <= change.Last : change.First <= known + 1 && known < change.Last;

    bool Continues(TMessage change) => isChained ? change.Previous == last : change.First <= last + 1;
}
