using System.Text.Json.Serialization;

namespace Workbench.Data.Lake;

/// <summary>An instrument as a manifest spells it: all that is needed to read the numbers back.</summary>
sealed record StoredInstrument
{
    public required string Symbol { get; init; }
    public required string Venue { get; init; }
    public required AssetClass AssetClass { get; init; }
    public required string BaseCurrency { get; init; }
    public required string QuoteCurrency { get; init; }
    public required int PriceScale { get; init; }
    public required int SizeScale { get; init; }
    public required decimal TickSize { get; init; }
    public required decimal PipSize { get; init; }
    public required decimal LotStep { get; init; }
    public required decimal MinQty { get; init; }
    public required decimal MaxQty { get; init; }
    public required decimal ContractSize { get; init; }

    /// <summary>Left out where it is not: manifests from before inverse contracts stay as they were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsInverse { get; init; }
    public required string Calendar { get; init; }

    public static StoredInstrument Of(Instrument instrument) => new()
    {
        Symbol = instrument.Symbol, Venue = instrument.Venue, AssetClass = instrument.AssetClass,
        BaseCurrency = instrument.BaseCurrency, QuoteCurrency = instrument.QuoteCurrency,
        PriceScale = instrument.PriceScale, SizeScale = instrument.SizeScale,
        TickSize = instrument.TickSize, PipSize = instrument.PipSize, LotStep = instrument.LotStep,
        MinQty = instrument.MinQty, MaxQty = instrument.MaxQty, ContractSize = instrument.ContractSize, IsInverse = instrument.IsInverse,
        Calendar = instrument.Calendar.Name,
    };

    public Instrument ToInstrument(Func<string, ISessionCalendar> calendars) => new()
    {
        Symbol = Symbol, Venue = Venue, AssetClass = AssetClass, BaseCurrency = BaseCurrency, QuoteCurrency = QuoteCurrency,
        PriceScale = PriceScale, SizeScale = SizeScale, TickSize = TickSize, PipSize = PipSize, LotStep = LotStep,
        MinQty = MinQty, MaxQty = MaxQty, ContractSize = ContractSize, IsInverse = IsInverse, Calendar = calendars(Calendar),
    };
}
