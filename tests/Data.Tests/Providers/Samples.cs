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
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no sample"),
    };

    // Two ticks, packed as the vendor does: two u32 prices and two f32 sizes behind the milliseconds.
    static byte[] Hour => Convert.FromHexString(HourHex);

    const string HourHex = "5D00008000FFFFFFFFFFFFFFFF000068175F9C1B05623A9D1948CFF0F335A82B2EB2F63EDA0C5DE2D0E786EF0963325853D89EFFF2144800";
}
