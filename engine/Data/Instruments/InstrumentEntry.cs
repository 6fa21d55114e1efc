using System.Text.Json.Serialization;
using Workbench.Data.Calendars;
using Workbench.Data.Importers;

namespace Workbench.Data.Instruments;

/// <summary>One line of an instrument table, as the JSON file writes it.</summary>
sealed record InstrumentEntry
{
    public required string Symbol { get; init; }

    /// <summary>forex, cfd, equity, crypto or future.</summary>
    [JsonPropertyName("class")]
    public AssetClass AssetClass { get; init; } = AssetClass.Equity;

    public string? Base { get; init; }

    public string? Quote { get; init; }

    /// <summary>Unit of stored prices and smallest step of an order's price.</summary>
    public decimal? Point { get; init; }

    public decimal? Pip { get; init; }

    /// <summary>Smallest step of an order's quantity.</summary>
    public decimal? Lot { get; init; }

    public decimal? ContractSize { get; init; }

    /// <summary>Whether a contract is worth so much of the quote currency and profits arise in the base.</summary>
    public bool Inverse { get; init; }

    /// <summary>Decimals of stored sizes.</summary>
    public int? SizeScale { get; init; }

    public string? Venue { get; init; }

    public string? Calendar { get; init; }

    /// <summary>Names that vendors give it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names that sources of data want to be asked for it by, where they are no rule's: <c>"yahoo": "^GSPC"</c>.</summary>
    public IReadOnlyDictionary<string, string> Vendors { get; init; } = new Dictionary<string, string>();

    public InstrumentEntry With(InstrumentOverrides said) => this with
    {
        Point = said.Point ?? Point,
        Venue = said.Venue ?? Venue,
        Base = said.Base ?? Base,
        Quote = said.Quote ?? Quote,
        Calendar = said.Calendar ?? Calendar,
    };

    /// <summary>The instrument as the house knows it.</summary>
    public Instrument ToInstrument(CalendarTable calendars)
    {
        var point = Point ?? throw ImportErrors.NoPointSize(Symbol);
        var quote = (Quote ?? (IsPair ? Symbol[3..] : throw ImportErrors.NoQuoteCurrency(Symbol))).ToUpperInvariant();
        return new Instrument
        {
            Symbol = Symbol,
            Venue = Venue ?? "",
            AssetClass = AssetClass,
            BaseCurrency = Base ?? (IsPair ? Symbol[..3] : Symbol),
            QuoteCurrency = quote,
            PriceScale = ScaleOf(Symbol, point),
            SizeScale = SizeScale ?? DefaultSizeScale,
            TickSize = point,
            PipSize = Pip ?? point,
            LotStep = Lot ?? 1m,
            ContractSize = ContractSize ?? 1m,
            IsInverse = Inverse,
            Calendar = calendars.Find(Calendar ?? DefaultCalendar(quote)),
        };
    }

    bool IsPair => AssetClass is AssetClass.Forex && Symbol.Length == 6;

    int DefaultSizeScale => AssetClass switch
    {
        // Two decimals more would be a satoshi, but then Dukascopy's largest daily volumes of 2020 no longer fit a long.
        AssetClass.Crypto => 6,
        AssetClass.Cfd => 2,
        _ => 0,
    };

    string DefaultCalendar(string quote) => AssetClass switch
    {
        AssetClass.Forex => SessionCalendars.Forex,
        AssetClass.Equity when quote == "USD" => SessionCalendars.UsEquities,
        _ => UtcCalendar.Instance.Name,
    };

    /// <summary>Decimals of prices that are stored in a unit.</summary>
    /// <exception cref="WorkbenchException">It is not above 0, or finer than nine decimals.</exception>
    internal static int ScaleOf(string symbol, decimal point)
    {
        for (var scale = 0; scale <= 9; scale++)
        {
            if (point > 0 && point * Scaled.PowerOfTen(scale) % 1m == 0)
            {
                return scale;
            }
        }

        throw ImportErrors.BadPointSize(symbol, point);
    }
}
