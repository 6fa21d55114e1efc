using Workbench.Data.Providers;

namespace Workbench.Data.Tests.Providers;

/// <summary>For each provider something that it has and a small sound answer, made here and not recorded, so that faults are tested without the pile of real data.</summary>
static class Samples
{
    public static (DataWant Want, LoopbackAnswer Answer) Of(string name) => name switch
    {
        "dukascopy" => (Fetching.Want("EURUSD", DataKind.Ticks, "", "2024-01-03T10:00Z", "2024-01-03T11:00Z"), new LoopbackAnswer(Hour, "application/octet-stream")),
        "dukascopy-json" => (Fetching.Want("EURUSD", DataKind.Bars, "1m@bid", "2024-01-03", "2024-01-04"), LoopbackAnswer.Json(
            """{"timestamp":1704240000000,"multiplier":1.0E-5,"open":1.09,"high":1.091,"low":1.089,"close":1.09,"shift":60000,"times":[0,1],"opens":[0,5],"highs":[0,1],"lows":[0,1],"closes":[0,3],"volumes":[1,2]}""")),
        "yahoo" => (Fetching.Want("EURUSD", DataKind.Bars, "1d@last", "2024-01-02", "2024-01-04"), LoopbackAnswer.Json(
            """{"chart":{"result":[{"meta":{"symbol":"EURUSD=X","dataGranularity":"1d"},"timestamp":[1704153600],"indicators":{"quote":[{"open":[1.1],"high":[1.2],"low":[1.0],"close":[1.1],"volume":[0]}]}}],"error":null}}""")),
        "alphavantage" => (Fetching.Want("MSFT", DataKind.Bars, "1m@last", "2024-01-10", "2024-01-11"), LoopbackAnswer.Json(
            """{"Meta Data":{"2. Symbol":"MSFT","6. Time Zone":"US/Eastern"},"Time Series (1min)":{"2024-01-10 09:31:00":{"1. open":"2","2. high":"2","3. low":"2","4. close":"2","5. volume":"9"}}}""")),
        "tiingo" => (Fetching.Want("GOOGL", DataKind.Bars, "1d@last", "2024-01-10", "2024-01-11"), LoopbackAnswer.Json(
            """[{"date":"2024-01-10T00:00:00.000Z","close":142.3,"high":143.0,"low":140.9,"open":141.5,"volume":21320200,"divCash":0.0,"splitFactor":1.0}]""")),
        "binance" or "binance-futures" => (Fetching.Want("BTCUSDT", DataKind.Bars, "1m@last", "2024-01-10", "2024-01-10T01:00Z"), LoopbackAnswer.Json(
            """[[1704844800000,"46110.50","46120.00","46100.00","46105.25","12.5",1704844859999,"1",1,"1","1","0"],[1704844860000,"46105.25","46130.00","46105.00","46129.75","7.25",1704844919999,"1",1,"1","1","0"]]""")),
        "oanda" => (Fetching.Want("EURUSD", DataKind.Bars, "1m@bid", "2024-01-10", "2024-01-10T01:00Z"), LoopbackAnswer.Json(
            """{"instrument":"EUR_USD","granularity":"M1","candles":[{"complete":true,"volume":53,"time":"2024-01-10T00:00:00.000000000Z","bid":{"o":"1.09300","h":"1.09310","l":"1.09290","c":"1.09305"},"ask":{"o":"1.09315","h":"1.09325","l":"1.09305","c":"1.09320"}},{"complete":false,"volume":1,"time":"2024-01-10T00:01:00.000000000Z","bid":{"o":"1","h":"1","l":"1","c":"1"},"ask":{"o":"1","h":"1","l":"1","c":"1"}}]}""")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no sample"),
    };

    // Two ticks, packed as the vendor does: two u32 prices and two f32 sizes behind the milliseconds.
    static byte[] Hour => Convert.FromHexString(HourHex);

    const string HourHex = "5D00008000FFFFFFFFFFFFFFFF000068175F9C1B05623A9D1948CFF0F335A82B2EB2F63EDA0C5DE2D0E786EF0963325853D89EFFF2144800";
}
