using Workbench.Model;

namespace Workbench.App;

/// <summary>An instrument with all its figures, as they were when the session began.</summary>
sealed record SessionInstrument
{
    public required string Symbol { get; init; }

    public string Venue { get; init; } = "";

    public AssetClass AssetClass { get; init; }

    public required string BaseCurrency { get; init; }

    public required string QuoteCurrency { get; init; }

    public required int PriceScale { get; init; }

    public int SizeScale { get; init; }

    public decimal TickSize { get; init; }

    public decimal PipSize { get; init; }

    public decimal LotStep { get; init; }

    public decimal MinQty { get; init; }

    public decimal MaxQty { get; init; }

    public decimal ContractSize { get; init; }

    public bool IsInverse { get; init; }

    /// <summary>The number by which inputs name an instrument. Asked at each price, and so without a query.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="instruments">Those of the session, in its order.</param>
    public static int NumberOf(string symbol, IReadOnlyList<Instrument> instruments)
    {
        for (var i = 0; i < instruments.Count; i++)
        {
            if (instruments[i].Symbol == symbol)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The session has no instrument {symbol}.");
    }

    /// <summary>The figures of an instrument.</summary>
    public static SessionInstrument Of(Instrument instrument) => new()
    {
        Symbol = instrument.Symbol,
        Venue = instrument.Venue,
        AssetClass = instrument.AssetClass,
        BaseCurrency = instrument.BaseCurrency,
        QuoteCurrency = instrument.QuoteCurrency,
        PriceScale = instrument.PriceScale,
        SizeScale = instrument.SizeScale,
        TickSize = instrument.TickSize,
        PipSize = instrument.PipSize,
        LotStep = instrument.LotStep,
        MinQty = instrument.MinQty,
        MaxQty = instrument.MaxQty,
        ContractSize = instrument.ContractSize,
        IsInverse = instrument.IsInverse,
    };

    /// <summary>The instrument again.</summary>
    /// <param name="calendar">Its sessions, which are the house's and not the venue's.</param>
    public Instrument ToInstrument(ISessionCalendar calendar) => new()
    {
        Symbol = Symbol,
        Venue = Venue,
        AssetClass = AssetClass,
        BaseCurrency = BaseCurrency,
        QuoteCurrency = QuoteCurrency,
        PriceScale = PriceScale,
        SizeScale = SizeScale,
        TickSize = TickSize,
        PipSize = PipSize,
        LotStep = LotStep,
        MinQty = MinQty,
        MaxQty = MaxQty,
        ContractSize = ContractSize,
        IsInverse = IsInverse,
        Calendar = calendar,
    };
}
