using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>What the engine knows of one instrument: its price now, our position, our resting orders, and who wants its bars.</summary>
sealed class Market(Instrument instrument, int index, int books = 1, bool isHedging = false)
{
    readonly decimal[] pending = new decimal[books];
    readonly decimal[] expected = new decimal[books];
    List<(Side Side, long Price, long Size, decimal Qty)>? consumed;
    TrailingShare? longShare;
    decimal offeredToSellers;
    decimal offeredToBuyers;
    decimal leftToSellers;
    decimal leftToBuyers;

    /// <summary>What is traded.</summary>
    public Instrument Instrument => instrument;

    /// <summary>Its place in the run, from 0.</summary>
    public int Index => index;

    /// <summary>Best bid now, raw.</summary>
    public long Bid { get; private set; }

    /// <summary>Best ask now, raw.</summary>
    public long Ask { get; private set; }

    /// <summary>Whether a price was seen yet.</summary>
    public bool HasPrice { get; private set; }

    /// <summary>The first mid there was.</summary>
    public decimal FirstMid { get; private set; }

    /// <summary>Whether the strategy may trade it; a market that only converts currencies it may not.</summary>
    public bool IsTraded { get; set; }

    /// <summary>Whether its tapes hold ticks.</summary>
    public bool HasTicks { get; set; }

    /// <summary>Whether its tapes hold quotes, as ticks or as a book; else prints or stored bars set its price.</summary>
    public bool HasQuotes => HasTicks || Book is not null;

    /// <summary>Whether its tapes hold prints.</summary>
    public bool HasPrints { get; set; }

    /// <summary>Length and price of its stored bars, where those are its data; default elsewhere.</summary>
    public BarSpec StoredBars { get; set; }

    /// <summary>Whether shorter bars tell the order of prices within its stored ones.</summary>
    public bool IsResolved { get; set; }

    /// <summary>Opening of the shorter bar that came last.</summary>
    public long ResolvedTo { get; set; } = long.MinValue;

    /// <summary>What we hold, over all books.</summary>
    public Holding Position { get; } = new(instrument, books, isHedging);

    /// <summary>Share of those who are long, as it was in the last minutes.</summary>
    public TrailingShare LongShare => longShare ??= new TrailingShare();

    /// <summary>Signed units that one script holds.</summary>
    public decimal PositionOf(int book) => Position.QtyOf(book);

    /// <summary>Our orders at the simulated venue.</summary>
    public RestingOrders Resting { get; } = new();

    /// <summary>Signed quantity of market orders on their way, over all books.</summary>
    public decimal PendingMarketQty { get; private set; }

    /// <summary>What we will hold once those are filled.</summary>
    public decimal ExpectedQty => PendingMarketQty == 0m ? Position.Qty : Position.Qty + PendingMarketQty;

    /// <summary>What one script will hold once its market orders on their way are filled.</summary>
    /// <remarks>Scripts ask at each tick, so it is at hand.</remarks>
    public decimal ExpectedOf(int book) => expected[book];

    /// <summary>A market order of a book set out, or of one on its way something became clear.</summary>
    public void Expect(int book, decimal signed)
    {
        pending[book] += signed;
        PendingMarketQty += signed;
        Foresee(book);
    }

    /// <summary>Finds sums anew, after something has changed in the position.</summary>
    public void Refresh()
    {
        Position.Refresh();
        for (var book = 0; book < expected.Length; book++)
        {
            Foresee(book);
        }
    }

    void Foresee(int book) => expected[book] = pending[book] == 0m ? PositionOf(book) : PositionOf(book) + pending[book];

    /// <summary>How a profit in its quote currency becomes account currency.</summary>
    public Conversion Conversion { get; set; } = Conversion.None;

    /// <summary>Series of bars by time, the chart's among them.</summary>
    public List<BarSeries> Series { get; } = [];

    /// <summary>Bars that quotes close.</summary>
    public EventSeries QuoteBars { get; } = new();

    /// <summary>Bars that prints close.</summary>
    public EventSeries PrintBars { get; } = new();

    /// <summary>A mark above this one makes a new equity peak; see <see cref="EquityTracker"/>.</summary>
    public long MarkAbove = long.MaxValue;

    /// <summary>A mark below this one makes a new equity low or a deeper drawdown.</summary>
    public long MarkBelow = long.MinValue;

    /// <summary>Whether some price of this market would tell something new of equity, because we hold it or convert by it.</summary>
    public bool IsWatched => MarkAbove < long.MaxValue || MarkBelow > long.MinValue;

    /// <summary>Whether some mark of a stretch would tell something new of equity.</summary>
    public bool IsNews(in Stretch marks) => marks.High > MarkAbove || marks.Low < MarkBelow;

    /// <summary>Price at which our position would be closed: the bid of a long, the ask of a short. Raw.</summary>
    public long MarkRaw
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Position.Direction < 0 ? Ask : Bid;
    }

    /// <summary>Halfway between bid and ask, exact.</summary>
    public decimal Mid => MidOf(Bid, Ask);

    /// <summary>Halfway between two raw prices, exact.</summary>
    public decimal MidOf(long bid, long ask) => Scaled.ToDecimal((bid + ask) * 5, (byte)(instrument.PriceScale + 1));

    /// <summary>Size at the bid, where sizes are read; else 0.</summary>
    public decimal BidSize { get; private set; }

    /// <summary>Size at the ask, where sizes are read; else 0.</summary>
    public decimal AskSize { get; private set; }

    /// <summary>Its order book, where its data hold one; else null.</summary>
    public OrderBook? Book { get; set; }

    /// <summary>Whether ticks set its price now: it has some, and no book beside them that is valid.</summary>
    public bool IsByTicks => HasTicks && Book is not { IsValid: true };

    /// <summary>Whether orders meet its book now: it has one, and no ticks that stand in for it.</summary>
    public bool IsByBook => Book is not null && !IsByTicks;

    /// <summary>What our orders have taken of a level that has not changed since: the data do not know that it is gone.</summary>
    public decimal Consumed(Side side, long price, long size)
    {
        consumed?.RemoveAll(taken => taken.Side == side && taken.Price == price && taken.Size != size);
        return consumed?.Find(taken => taken.Side == side && taken.Price == price).Qty ?? 0m;
    }

    /// <summary>Our orders took some of a level.</summary>
    public void Consume(Side side, long price, long size, decimal qty)
    {
        var before = Consumed(side, price, size);
        consumed ??= [];
        consumed.RemoveAll(taken => taken.Side == side && taken.Price == price);
        consumed.Add((side, price, size, before + qty));
    }

    /// <summary>Takes the sizes of a quote.</summary>
    public void Show(long bidSizeRaw, long askSizeRaw) => (BidSize, AskSize) = (instrument.SizeFromRaw(bidSizeRaw), instrument.SizeFromRaw(askSizeRaw));

    /// <summary>Says what the event at hand offers, and how much of it our orders may take.</summary>
    public void Supply(decimal toSellers, decimal toBuyers, decimal mostToSellers, decimal mostToBuyers) =>
        (offeredToSellers, offeredToBuyers, leftToSellers, leftToBuyers) = (toSellers, toBuyers, mostToSellers, mostToBuyers);

    /// <summary>What the event at hand offers to whoever buys or sells.</summary>
    public decimal Offered(bool toBuyers) => toBuyers ? offeredToBuyers : offeredToSellers;

    /// <summary>How much of it our orders may still take.</summary>
    public decimal Left(bool toBuyers) => toBuyers ? leftToBuyers : leftToSellers;

    /// <summary>Our orders took some.</summary>
    public void Take(bool buys, decimal qty)
    {
        if (buys)
        {
            leftToBuyers -= qty;
        }
        else
        {
            leftToSellers -= qty;
        }
    }

    /// <summary>A price that money held from the start is valued at until the market's own first price comes in; 0 where none is needed.</summary>
    public decimal OpeningMid { get; set; }

    /// <summary>The mid to convert by: now, or at the opening; 0 where none is known.</summary>
    public decimal RateMid => HasPrice ? Mid : OpeningMid;

    /// <summary>What closing the position now would bring, before commission, in settlement currency.</summary>
    public decimal Unrealised => Position.IsHedged ? Position.Unrealised(instrument.FromRaw(Bid), instrument.FromRaw(Ask)) : Position.Unrealised(instrument.FromRaw(MarkRaw));

    /// <summary>Sums of absolute and of signed position values, in settlement currency.</summary>
    public (decimal Gross, decimal Net) Exposure => Position.Exposure(instrument.FromRaw(Bid), instrument.FromRaw(Ask));

    /// <summary>What crossing the spread costs, from mid to the quote, in quote currency. A crossed quote costs nothing and earns nothing: it is a fault of the data, not a gift.</summary>
    public decimal SpreadCost(decimal qty)
    {
        if (Ask <= Bid)
        {
            return 0m;
        }

        return instrument.IsInverse
            ? (instrument.ValueOf(qty, instrument.FromRaw(Bid)) - instrument.ValueOf(qty, instrument.FromRaw(Ask))) / 2m
            : Scaled.ToDecimal((Ask - Bid) * 5, (byte)(instrument.PriceScale + 1)) * qty * instrument.ContractSize;
    }

    /// <summary>Turns prices of old shares into those of new ones, so that a position is worth the same until the first price of the new ones.</summary>
    public void Split(Split split)
    {
        FirstMid = FirstMid * split.Old / split.New;
        if (HasPrice)
        {
            // Rounded apart, against whoever closes in between.
            Bid = decimal.ToInt64(decimal.Floor(Bid * split.Old / split.New));
            Ask = decimal.ToInt64(decimal.Ceiling(Ask * split.Old / split.New));
        }
    }

    /// <summary>Takes a new price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Quote(long bid, long ask)
    {
        Bid = bid;
        Ask = ask;
        if (!HasPrice)
        {
            Open();
        }
    }

    /// <summary>Takes a print or a stored bar into the bars by time.</summary>
    public void Extend(in Stretch prices, long volume)
    {
        foreach (var series in Series)
        {
            series.Builder?.Extend(in prices, volume, count: 1);
        }
    }

    /// <summary>The bars of a length that events close: of prints where those are meant or are all there is, else of quotes.</summary>
    /// <exception cref="WorkbenchException">The market's data have no volume to count.</exception>
    public EventBars EventBarsOf(BarSpec spec)
    {
        var isOfSizes = spec.Unit is BarUnit.Volume or BarUnit.Value;
        if (isOfSizes && !HasPrints)
        {
            throw RunErrors.NothingTraded(instrument.Symbol, spec);
        }

        var ofPrints = isOfSizes || !HasQuotes || (HasPrints && spec.Price == PriceSource.Last);
        var series = ofPrints ? PrintBars : QuoteBars;
        return series.Find(spec) ?? series.Add(new EventBars(instrument, spec, fromQuotes: !ofPrints));
    }

    void Open()
    {
        HasPrice = true;
        FirstMid = Mid;
    }

    /// <summary>Starts those bars that have none at hand.</summary>
    /// <returns>The earliest close among them.</returns>
    public long BeginBars(long time)
    {
        var earliest = long.MaxValue;
        foreach (var series in Series)
        {
            series.Builder?.Begin(time);
            earliest = Math.Min(earliest, series.NextClose);
        }

        return earliest;
    }
}
