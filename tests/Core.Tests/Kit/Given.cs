namespace Workbench.Core.Tests.Kit;

/// <summary>The markets, the account and the clock that tests start from.</summary>
static class Given
{
    /// <summary>Monday, 2024-01-08T00:00:00Z.</summary>
    public const long Monday = 1_704_672_000L * UtcNanos.Second;

    public static Instrument EurUsd { get; } = Pair("EUR", "USD", 5);

    public static Instrument UsdJpy { get; } = Pair("USD", "JPY", 3);

    public static Instrument GbpJpy { get; } = Pair("GBP", "JPY", 3);

    public static RunConfig Usd { get; } = new() { Currency = "USD", Range = new TimeRange(Monday, Monday + 30 * UtcNanos.Day) };

    public static Instrument Pair(string from, string to, int scale) => new()
    {
        Symbol = from + to,
        BaseCurrency = from,
        QuoteCurrency = to,
        PriceScale = scale,
    };

    public static long At(int hour, int minute = 0, int second = 0, int millisecond = 0) =>
        Monday + hour * UtcNanos.Hour + minute * UtcNanos.Minute + second * UtcNanos.Second + millisecond * UtcNanos.Millisecond;
}
