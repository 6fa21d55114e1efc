namespace Workbench.Core;

/// <summary>A run's way through its tapes: at each step what comes first, events of a tape or what the clock has made due.</summary>
sealed class Playback : IDisposable
{
    readonly List<Lane> lanes;
    readonly Dispatcher dispatcher;
    readonly Schedule schedule;
    readonly CancellationToken cancel;
    readonly LaneMerge merge;

    /// <summary>Puts the tapes side by side, each at its first event.</summary>
    public Playback(IReadOnlyList<(Market Market, Tape Tape)> tapes, Dispatcher dispatcher, CancellationToken cancel)
    {
        this.dispatcher = dispatcher;
        this.cancel = cancel;
        schedule = dispatcher.Schedule;
        lanes = [.. tapes.Select((tape, index) => LaneOf(tape.Market, tape.Tape, index, dispatcher))];
        try
        {
            lanes.ForEach(lane => lane.Start());
        }
        catch
        {
            Dispose();
            throw;
        }

        merge = new LaneMerge(lanes);
    }

    /// <summary>Time of the first event; 0 where there is none.</summary>
    public long First => FirstOf(lanes);

    /// <summary>Time of the first event that the strategy may trade by; 0 where there is none.</summary>
    public long FirstTraded => FirstOf(lanes.Where(lane => lane.HasPrices && lane.Market.IsTraded));

    /// <summary>Mid of a market's first event that tells one; 0 where none does.</summary>
    public decimal OpeningMid(Market market) => lanes
        .Where(lane => lane.HasPrices && ReferenceEquals(lane.Market, market) && lane.Head.Time < long.MaxValue)
        .Select(lane => lane.HeadMid).FirstOrDefault(mid => mid != 0m);

    /// <summary>Goes through all that precedes a place in the merged order.</summary>
    /// <returns>False where it stopped there, true once the tapes have ended.</returns>
    public bool Advance(LaneKey end)
    {
        while (merge.First.Head.Time < long.MaxValue)
        {
            // Between two stretches everything is whole, and they are short enough for a person who waits on Ctrl-C.
            cancel.ThrowIfCancellationRequested();
            var isDue = schedule.NextKey.Precedes(merge.First.Head);
            if (!(isDue ? schedule.NextKey : merge.First.Head).Precedes(end))
            {
                return false;
            }

            if (isDue)
            {
                dispatcher.Wake(schedule.Next);
            }
            else
            {
                merge.First.Run(merge.Second.Precedes(end) ? merge.Second : end);
                merge.Settle();
            }
        }

        return true;
    }

    /// <summary>The tapes have ended, the run's time has not: a bar that closes within it is whole.</summary>
    public void Outlast(long end)
    {
        schedule.End();
        while (schedule.NextDecision <= end && schedule.NextDecision < long.MaxValue)
        {
            dispatcher.Wake(schedule.NextDecision);
        }
    }

    public void Dispose() => lanes.ForEach(lane => lane.Dispose());

    static long FirstOf(IEnumerable<Lane> lanes) => lanes.Min(lane => lane.Head.Time) is var first and < long.MaxValue ? first : 0;

    static Lane LaneOf(Market market, Tape tape, int index, Dispatcher dispatcher) => tape.Kind switch
    {
        DataKind.Ticks when market.Book is not null => new BesideLane(market, index, Ticks(tape, dispatcher), dispatcher),
        DataKind.Ticks => new TickLane(market, index, Ticks(tape, dispatcher), dispatcher),
        DataKind.Trades => new TradeLane(market, index, tape.Reel(() => new TradeBatch()), dispatcher),
        DataKind.Depth => new DepthLane(market, index, tape.Reel(() => new DepthBatch()), dispatcher),
        DataKind.News => Notices<News>(market, tape, index, dispatcher),
        DataKind.Calendar => Notices<CalendarEvent>(market, tape, index, dispatcher),
        DataKind.Sentiment => Notices<Sentiment>(market, tape, index, dispatcher),
        _ => new BarLane(market, index, tape.Reel(() => new BarBatch()), tape.Resolves, dispatcher),
    };

    static IReel<TickBatch> Ticks(Tape tape, Dispatcher dispatcher) => tape.Reel(() => new TickBatch { WantsSizes = dispatcher.WantsSizes });

    static NoticeLane<TNotice> Notices<TNotice>(Market market, Tape tape, int index, Dispatcher dispatcher)
        where TNotice : class, INotice => new(market, index, tape.Reel(() => new NoticeBatch<TNotice>()), dispatcher);
}
