using System.Globalization;

namespace Workbench.Model;

/// <summary>What can be traded where: FIX Symbol (55) and SecurityExchange (207) with all that turns a price into money.</summary>
/// <remarks>Prices and sizes are stored as integers, raw = value × 10^scale. <see cref="ToRaw"/> and <see cref="FromRaw"/>,
/// and their twins for sizes, are the only doors between integer storage and the decimal world.</remarks>
public sealed record Instrument
{
    readonly byte priceScale;
    readonly byte sizeScale;

    /// <summary>Symbol in capitals without separators, such as <c>EURUSD</c>. FIX 55.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where it trades, or where its data come from; empty where it does not matter.</summary>
    public string Venue { get; init; } = "";

    /// <summary>Kind of market. Default forex.</summary>
    public AssetClass AssetClass { get; init; } = AssetClass.Forex;

    /// <summary>What one buys: EUR of EURUSD, XAU of XAUUSD, the share itself for an equity.</summary>
    public required string BaseCurrency { get; init; }

    /// <summary>What one pays and earns in: USD of EURUSD. FIX Currency (15).</summary>
    public required string QuoteCurrency { get; init; }

    /// <summary>Decimals of a stored price, 0 to 9: 5 for EURUSD, 3 for GBPJPY.</summary>
    public required int PriceScale { get => priceScale; init => priceScale = CheckScale(value); }

    /// <summary>Decimals of a stored size, 0 to 9. Default 0: whole units.</summary>
    public int SizeScale { get => sizeScale; init => sizeScale = CheckScale(value); }

    /// <summary>Smallest step of an order's price, in quote currency. Default: one unit of <see cref="PriceScale"/>.</summary>
    public decimal TickSize { get => field == 0 ? FromRaw(1) : field; init; }

    /// <summary>What traders call a pip, in quote currency. Default: the tick size.</summary>
    public decimal PipSize { get => field == 0 ? TickSize : field; init; }

    /// <summary>Smallest step of an order's quantity, in units or contracts. Default 1.</summary>
    public decimal LotStep { get; init; } = 1m;

    /// <summary>Smallest order quantity. Default: one <see cref="LotStep"/>.</summary>
    public decimal MinQty { get => field == 0 ? LotStep : field; init; }

    /// <summary>Largest order quantity; 0 (default) for none.</summary>
    public decimal MaxQty { get; init; }

    /// <summary>Units of the base that one contract stands for. Default 1. FIX ContractMultiplier (231).</summary>
    public decimal ContractSize { get; init; } = 1m;

    /// <summary>Whether one contract is worth <see cref="ContractSize"/> units of the quote currency and profits arise in the base: an inverse
    /// perpetual, such as Bitcoin's against the dollar with contracts of 100 USD. Default false: linear.</summary>
    public bool IsInverse { get; init; }

    /// <summary>Currency that profits, commission and funding arise in: the quote currency, or the base of an inverse contract. FIX SettlCurrency (120).</summary>
    public string SettleCurrency => IsInverse ? BaseCurrency : QuoteCurrency;

    /// <summary>What one tick is worth on one unit or contract, in quote currency. For linear contracts; an inverse one's depends on the price.</summary>
    public decimal TickValue => TickSize * ContractSize;

    /// <summary>What one pip is worth on one unit or contract, in quote currency. For linear contracts; an inverse one's depends on the price.</summary>
    public decimal PipValue => PipSize * ContractSize;

    /// <summary>Sessions, holidays and where the day turns. Default: always open, UTC days.</summary>
    public ISessionCalendar Calendar { get; init; } = UtcCalendar.Instance;

    /// <summary>A currency by itself, as which its economic calendar is kept. Nobody trades it.</summary>
    /// <param name="code">Its code, such as <c>USD</c>.</param>
    public static Instrument OfCurrency(string code) => new() { Symbol = code, BaseCurrency = code, QuoteCurrency = code, PriceScale = 0 };

    /// <summary>A stored price as decimal, in quote currency. Exact.</summary>
    public decimal FromRaw(long raw) => Scaled.ToDecimal(raw, priceScale);

    /// <summary>A price as a stored integer.</summary>
    /// <exception cref="ArgumentException">The price has more decimals than <see cref="PriceScale"/>: it would be changed silently.</exception>
    public long ToRaw(decimal price) => Scaled.FromDecimal(price, priceScale);

    /// <summary>A stored size as decimal, in units of the base.</summary>
    public decimal SizeFromRaw(long raw) => Scaled.ToDecimal(raw, sizeScale);

    /// <summary>A size as a stored integer.</summary>
    /// <exception cref="ArgumentException">The size has more decimals than <see cref="SizeScale"/>.</exception>
    public long SizeToRaw(decimal size) => Scaled.FromDecimal(size, sizeScale);

    /// <summary>What a quantity is worth at a price, in <see cref="SettleCurrency"/>: quantity × price × contract size, exact; for an inverse
    /// contract quantity × contract size / price, as <see cref="Money.Booked"/> rounds it. It has the quantity's sign.</summary>
    /// <exception cref="DivideByZeroException">The price of an inverse contract is zero.</exception>
    public decimal ValueOf(decimal qty, decimal price) => IsInverse ? Money.Booked(qty * ContractSize / price) : qty * price * ContractSize;

    /// <summary>The nearest price an order may carry; halves away from zero.</summary>
    public decimal RoundToTick(decimal price) => Math.Round(price / TickSize, MidpointRounding.AwayFromZero) * TickSize;

    /// <summary>The nearest price an order may carry to a computed statistic: the door from double to money. What is no number, or beyond
    /// any price, becomes 0, which every venue refuses: an indicator that failed must not end a live session.</summary>
    public decimal RoundToTick(double price) => IsMoney(price) ? RoundToTick((decimal)price) : 0m;

    /// <summary>The largest quantity an order may carry that is not above a computed one, such as a share of equity over a price.</summary>
    public decimal RoundToLot(decimal qty) => Math.Truncate(qty / LotStep) * LotStep;

    /// <summary>The same for a statistic. What is no number, or beyond any quantity, becomes 0, which every venue refuses.</summary>
    public decimal RoundToLot(double qty) => IsMoney(qty) ? RoundToLot((decimal)qty) : 0m;

    /// <inheritdoc/>
    public override string ToString() => Venue.Length == 0 ? Symbol : string.Create(CultureInfo.InvariantCulture, $"{Symbol}@{Venue}");

    static bool IsMoney(double value) => Math.Abs(value) < 1e18;

    static byte CheckScale(int scale) => scale is >= 0 and <= 9
        ? (byte)scale
        : throw new ArgumentOutOfRangeException(nameof(scale), scale, "A scale has 0 to 9 decimals.");
}
