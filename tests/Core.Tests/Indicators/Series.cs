namespace Workbench.Core.Tests.Indicators;

/// <summary>Prices as columns, and the bars made of them.</summary>
sealed record Series(double[] Open, double[] High, double[] Low, double[] Close, double[] Volume)
{
    static readonly Instrument Paper = new() { Symbol = "PAPER", BaseCurrency = "PAPER", QuoteCurrency = "USD", PriceScale = 8, SizeScale = 3 };

    static readonly BarSpec Daily = Bars.Hours(24);

    public int Count => Close.Length;

    public double[] Typical => Column(i => (High[i] + Low[i] + Close[i]) / 3d);

    public double[] Median => Column(i => (High[i] + Low[i]) / 2d);

    public Bar BarAt(int i) => new()
    {
        Instrument = Paper,
        Spec = Daily,
        PriceScale = 8,
        OpenNanos = Given.Monday + i * UtcNanos.Day,
        CloseNanos = Given.Monday + (i + 1) * UtcNanos.Day,
        OpenRaw = Raw(Open[i], 1e8),
        HighRaw = Raw(High[i], 1e8),
        LowRaw = Raw(Low[i], 1e8),
        CloseRaw = Raw(Close[i], 1e8),
        VolumeRaw = Raw(Volume[i], 1e3),
    };

    public double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, Count).Select(value)];

    /// <summary>A seeded walk with gaps, now and then a bar without range or volume, and stretches where nothing moves.</summary>
    public static Series Random(int seed, int count)
    {
        var dice = new Random(seed);
        var rows = new double[5][];
        Array.Fill(rows, null!);
        for (var c = 0; c < 5; c++)
        {
            rows[c] = new double[count];
        }

        var price = 100d;
        var still = 0;
        for (var i = 0; i < count; i++)
        {
            still = still > 0 ? still - 1 : dice.Next(60) == 0 ? 12 : 0;
            var open = still > 0 ? price : Cents(price * (1d + 0.01d * (dice.NextDouble() - 0.5d)));
            var close = still > 0 ? price : Cents(open * (1d + 0.04d * (dice.NextDouble() - 0.5d)));
            var reach = still > 0 ? 0d : dice.NextDouble();
            rows[0][i] = open;
            rows[1][i] = Cents(Math.Max(open, close) + reach);
            rows[2][i] = Cents(Math.Min(open, close) - (still > 0 ? 0d : dice.NextDouble()));
            rows[3][i] = price = close;
            rows[4][i] = still > 0 ? 0d : dice.Next(1, 100_000);
        }

        return new Series(rows[0], rows[1], rows[2], rows[3], rows[4]);
    }

    static double Cents(double price) => Math.Round(price, 2);

    static long Raw(double value, double scale) => (long)Math.Round(value * scale);
}
