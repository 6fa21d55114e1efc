namespace Workbench.Data.Providers.Binance;

/// <summary>Which of Binance's paths gives what; an answer holds 1,000 rows at most.</summary>
static class BinanceMap
{
    /// <summary>Rows of an answer.</summary>
    public const int Rows = 1000;

    /// <summary>Below 1,000 bars an answer; prints by the hour, in as many answers as they need.</summary>
    public static GridStep StepOf(DataWant want) => want.Kind == DataKind.Trades ? GridStep.Hour : want.Bars switch
    {
        { Unit: BarUnit.Days } => GridStep.Year,
        { NominalNanos: >= UtcNanos.Hour } => GridStep.Month,
        { NominalNanos: >= 15 * UtcNanos.Minute } => GridStep.Week,
        { NominalNanos: >= 5 * UtcNanos.Minute } => GridStep.Day,
        _ => GridStep.HalfDay,
    };

    /// <summary>A request for a stretch of time, up to the last bar that is over. The last millisecond belongs to what is asked for.</summary>
    public static Piece Piece(BinanceMarket market, DataWant want, string symbol, TimeRange range, long over)
    {
        var (from, to) = (range.From / UtcNanos.Millisecond, Math.Min(range.To, over) / UtcNanos.Millisecond - 1);
        var root = market == BinanceMarket.Spot ? "api/v3" : "fapi/v1";
        var length = want.Bars.Of(PriceSource.Mid).ToString();
        var (name, path) = want.Kind == DataKind.Trades ? ("trades", "aggTrades?") : (length, $"klines?interval={length}&");
        return new Piece(
            FormattableString.Invariant($"{want.Instrument.Symbol}-{name}-{UtcNanos.ToDateTime(range.From):yyyyMMdd-HH}.json"),
            FormattableString.Invariant($"{root}/{path}symbol={symbol}&startTime={from}&endTime={to}&limit={Rows}"), range);
    }
}
