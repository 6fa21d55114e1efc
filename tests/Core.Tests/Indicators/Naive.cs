namespace Workbench.Core.Tests.Indicators;

/// <summary>Indicators as their definitions read, over the whole history at once and without any thought of speed. NaN where there is too little of it.</summary>
static class Naive
{
    public static double[] Map(this double[] x, Func<double, double> f) => [.. x.Select(f)];

    public static double[] With(this double[] x, double[] y, Func<double, double, double> f) => [.. x.Zip(y, f)];

    public static double[] Minus(this double[] x, double[] y) => x.With(y, (a, b) => a - b);

    public static double[] Plus(this double[] x, double[] y) => x.With(y, (a, b) => a + b);

    public static double[] Times(this double[] x, double[] y) => x.With(y, (a, b) => a * b);

    public static double[] Times(this double[] x, double y) => x.Map(a => a * y);

    /// <summary>Quotient, and what stands for it where the divisor is 0.</summary>
    public static double[] Over(this double[] x, double[] y, double none = double.NaN) => x.With(y, (a, b) => b == 0d ? none : a / b);

    public static double[] Ago(this double[] x, int bars) => [.. x.Select((_, i) => i < bars ? double.NaN : x[i - bars])];

    /// <summary>A function of each window of n values, the newest last; NaN where any is.</summary>
    public static double[] Windows(this double[] x, int n, Func<double[], double> f) =>
        [.. x.Select((_, i) => i < n - 1 || x[(i - n + 1)..(i + 1)].Any(double.IsNaN) ? double.NaN : f(x[(i - n + 1)..(i + 1)]))];

    public static double[] Sum(this double[] x, int n) => x.Windows(n, w => w.Sum());

    public static double[] Sma(this double[] x, int n) => x.Windows(n, w => w.Average());

    public static double[] Max(this double[] x, int n) => x.Windows(n, w => w.Max());

    public static double[] Min(this double[] x, int n) => x.Windows(n, w => w.Min());

    public static double[] Wma(this double[] x, int n) => x.Windows(n, w => w.Select((v, i) => v * (i + 1)).Sum() / (n * (n + 1) / 2d));

    public static double[] Ema(this double[] x, int n) => x.Exponential(n, 2d / (n + 1));

    public static double[] Wilder(this double[] x, int n) => x.Exponential(n, 1d / n);

    public static double[] Up(this double[] x) => x.With(x.Ago(1), (now, before) => Math.Max(now - before, 0d));

    public static double[] Down(this double[] x) => x.With(x.Ago(1), (now, before) => Math.Max(before - now, 0d));

    public static double[] Percent(this double[] x, int n) => x.With(x.Ago(n), (now, past) => 100d * (now / past - 1d));

    public static double[] Rsi(this double[] x, int n) => x.Up().Wilder(n).Share(x.Down().Wilder(n), 50d).Times(100d);

    /// <summary>x as a share of x and y.</summary>
    public static double[] Share(this double[] x, double[] y, double none) => x.Over(x.Plus(y), none);

    public static double[] Place(this double[] x, double[] low, double[] high) => x.Minus(low).Over(high.Minus(low), 0.5d);

    public static double[] TrueRange(this Series s) =>
        s.Column(i => i == 0 ? double.NaN : new[] { s.High[i] - s.Low[i], Math.Abs(s.High[i] - s.Close[i - 1]), Math.Abs(s.Low[i] - s.Close[i - 1]) }.Max());

    public static double[] Atr(this Series s, int n) => s.TrueRange().Wilder(n);

    /// <summary>Running sum from the first number on.</summary>
    public static double[] Cumulated(this double[] x) => [.. x.Select((_, i) => x[..(i + 1)].Where(v => !double.IsNaN(v)).Sum())];

    public static double[] MoneyFlow(this Series s) =>
        s.Column(i => s.High[i] == s.Low[i] ? 0d : (2d * s.Close[i] - s.High[i] - s.Low[i]) / (s.High[i] - s.Low[i]) * s.Volume[i]);

    public static double Deviation(this double[] x) => Math.Sqrt(x.Select(v => (v - x.Average()) * (v - x.Average())).Average());

    /// <summary>Least squares of y over 0, 1, 2 …</summary>
    public static (double Slope, double End, double RSquared) Line(this double[] y)
    {
        double meanX = (y.Length - 1) / 2d, mean = y.Average();
        double xx = y.Select((_, i) => (i - meanX) * (i - meanX)).Sum(), xy = y.Select((v, i) => (i - meanX) * (v - mean)).Sum();
        double yy = y.Sum(v => (v - mean) * (v - mean)), slope = xy / xx;
        return (slope, mean + slope * meanX, yy == 0d ? 0d : xy * xy / (xx * yy));
    }

    static double[] Exponential(this double[] x, int n, double alpha)
    {
        var result = new double[x.Length];
        Array.Fill(result, double.NaN);
        var first = Array.FindIndex(x, v => !double.IsNaN(v));
        for (var i = first < 0 ? x.Length : first + n - 1; i < x.Length; i++)
        {
            result[i] = i == first + n - 1 ? x[first..(i + 1)].Average() : alpha * x[i] + (1d - alpha) * result[i - 1];
        }

        return result;
    }
}
