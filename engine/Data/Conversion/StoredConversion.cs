using Workbench.Data.Importers;

namespace Workbench.Data.Conversion;

/// <summary>What a store holds as another kind of data, unread, with a source that says what it was made of.</summary>
/// <param name="store">Where it is.</param>
/// <param name="instrument">Of what.</param>
/// <param name="range">What to take of it.</param>
public sealed class StoredConversion(IMarketStore store, Instrument instrument, TimeRange range)
{
    /// <summary>Bars of ticks: of the bid, the ask, or the mid, which is half a point lower where it lies between two points. Their volume is the sum of the sizes of their side.</summary>
    public Tape BarsOfTicks(BarSpec to) => Made(new BarsOfTape<TickBatch>(store.Ticks(instrument, range), new TickBatch(), to, PieceOf(to.Price)), to, DataKind.Ticks, default);

    /// <summary>Bars of prints.</summary>
    public Tape BarsOfTrades(BarSpec to) => Made(
        new BarsOfTape<TradeBatch>(store.Trades(instrument, range), new TradeBatch(), to, PieceOf), to, DataKind.Trades, default);

    /// <summary>Longer bars of bars.</summary>
    public Tape BarsOfBars(BarSpec stored, BarSpec to) => Made(
        new BarsOfTape<BarBatch>(store.Bars(instrument, stored, range), new BarBatch(), to, PieceOf), to, DataKind.Bars, stored);

    /// <summary>Ticks of bars along a path: of bids and asks where both are stored, else of trades or mids, without spread.</summary>
    /// <exception cref="WorkbenchException">Neither both sides of the market are stored, nor trades or mids.</exception>
    public Tape TicksOfBars(BarSpec stored, BarPath way) => MadeTapes.Ticks(instrument.Symbol, Sides(stored), way, new ImportOptions());

    /// <summary>Prints of bars of trades along a path.</summary>
    /// <exception cref="WorkbenchException">The bars are none of trades.</exception>
    public Tape TradesOfBars(BarSpec stored, BarPath way) => MadeTapes.Trades(instrument.Symbol, Sides(stored), way, new ImportOptions());

    internal static BarPiece PieceOf(TradeBatch batch, int at) => BarPiece.Of(batch.Time[at], batch.Price[at], batch.Size[at]);

    internal static BarPiece PieceOf(BarBatch batch, int at) => new(batch.OpenTime[at], batch.Open[at], batch.High[at], batch.Low[at], batch.Close[at], batch.Volume[at]);

    internal static Func<TickBatch, int, BarPiece> PieceOf(PriceSource price) => price switch
    {
        PriceSource.Bid => static (batch, at) => BarPiece.Of(batch.Time[at], batch.Bid[at], batch.BidSize[at]),
        PriceSource.Ask => static (batch, at) => BarPiece.Of(batch.Time[at], batch.Ask[at], batch.AskSize[at]),
        _ => static (batch, at) => BarPiece.Of(batch.Time[at], (batch.Bid[at] + batch.Ask[at]) >> 1, batch.BidSize[at] + batch.AskSize[at]),
    };

    List<Tape> Sides(BarSpec stored) =>
        [.. Enum.GetValues<PriceSource>().Select(price => stored.Of(price)).Where(side => store.Has(instrument, DataKind.Bars, side))
            .Select(side => new Tape(store.Bars(instrument, side, range), side, new ImportReport(), SourceOf(DataKind.Bars, side)))];

    Tape Made(ICursor<BarBatch> bars, BarSpec to, DataKind kind, BarSpec stored) =>
        new(bars, to, new ImportReport(), $"{SourceOf(kind, stored)} made of {kind.Name(stored)}");

    string SourceOf(DataKind kind, BarSpec stored) => store.Describe(instrument, kind, stored, range).Source;
}
