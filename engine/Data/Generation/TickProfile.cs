namespace Workbench.Data.Generation;

/// <summary>How an instrument behaves on an ordinary day, for generated ticks.</summary>
public sealed record TickProfile
{
    /// <summary>Mid price at the start; the walk is pulled back towards it over months.</summary>
    public required decimal Price { get; init; }

    /// <summary>Usual move from one day's close to the next, in basis points of the price.</summary>
    public required int DailyMoveBps { get; init; }

    /// <summary>Spread in the busy hours, in quote currency.</summary>
    public required decimal Spread { get; init; }

    /// <summary>Step of quoted prices; 0 for the instrument's tick size.</summary>
    public decimal QuoteStep { get; init; }

    /// <summary>Ticks on an ordinary day.</summary>
    public int TicksPerDay { get; init; } = 60_000;

    /// <summary>Usual size at the best price, in units of the base.</summary>
    public decimal Size { get; init; } = 1m;

    /// <summary>A plausible profile for an instrument; its spread and moves are those of its kind where it is not known by name.</summary>
    public static TickProfile Of(Instrument instrument) => instrument.Symbol switch
    {
        "EURUSD" => Pair(1.0850m, 45, 0.00006m),
        "GBPUSD" => Pair(1.2700m, 52, 0.00009m),
        "AUDUSD" => Pair(0.6600m, 60, 0.00008m),
        "NZDUSD" => Pair(0.6100m, 60, 0.00011m),
        "USDCAD" => Pair(1.3600m, 40, 0.00010m),
        "USDCHF" => Pair(0.8900m, 45, 0.00009m),
        "USDJPY" => Pair(150.00m, 55, 0.007m),
        "EURGBP" => Pair(0.8550m, 32, 0.00008m),
        "EURJPY" => Pair(163.00m, 55, 0.011m),
        "GBPJPY" => Pair(190.00m, 65, 0.017m),
        "XAUUSD" => new TickProfile { Price = 2_350m, DailyMoveBps = 90, Spread = 0.30m, QuoteStep = 0.01m, TicksPerDay = 120_000, Size = 100m },
        "XAGUSD" => new TickProfile { Price = 28.5m, DailyMoveBps = 170, Spread = 0.025m, QuoteStep = 0.001m, Size = 5_000m },
        "US30" => new TickProfile { Price = 39_000m, DailyMoveBps = 75, Spread = 2.4m, QuoteStep = 0.1m, TicksPerDay = 90_000, Size = 1m },
        "US500" => new TickProfile { Price = 5_300m, DailyMoveBps = 80, Spread = 0.5m, QuoteStep = 0.1m, TicksPerDay = 90_000, Size = 1m },
        "NAS100" => new TickProfile { Price = 18_500m, DailyMoveBps = 110, Spread = 1.5m, QuoteStep = 0.1m, TicksPerDay = 120_000, Size = 1m },
        "DE40" => new TickProfile { Price = 18_400m, DailyMoveBps = 85, Spread = 1.2m, QuoteStep = 0.1m, TicksPerDay = 80_000, Size = 1m },
        "BTCUSD" => new TickProfile { Price = 65_000m, DailyMoveBps = 260, Spread = 12m, TicksPerDay = 80_000, Size = 1m },
        "ETHUSD" => new TickProfile { Price = 3_400m, DailyMoveBps = 320, Spread = 1.5m, TicksPerDay = 60_000, Size = 5m },
        _ => Unnamed(instrument),
    };

    static TickProfile Pair(decimal price, int dailyMoveBps, decimal spread) =>
        new() { Price = price, DailyMoveBps = dailyMoveBps, Spread = spread, Size = 1_000_000m };

    /// <summary>Some price that leaves the instrument's decimals room, and a spread of a hundredth of a percent.</summary>
    static TickProfile Unnamed(Instrument instrument)
    {
        var price = instrument.FromRaw(Scaled.PowerOfTen(5));
        return new TickProfile
        {
            Price = price,
            DailyMoveBps = instrument.AssetClass switch { AssetClass.Forex => 55, AssetClass.Crypto => 350, _ => 120 },
            Spread = Math.Max(price / 10_000m, instrument.TickSize),
            Size = instrument.AssetClass == AssetClass.Forex ? 1_000_000m : 100m,
        };
    }
}
