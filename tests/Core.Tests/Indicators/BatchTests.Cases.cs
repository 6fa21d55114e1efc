namespace Workbench.Core.Tests.Indicators;

public sealed partial class BatchTests
{
    static readonly BatchCase[] Cases =
    [
        new(() => new Sma(7), 7, s => s.Close.Sma(7)),
        new(() => new Ema(7), 7, s => s.Close.Ema(7)),
        new(() => new Atr(7), 8, s => s.Atr(7)),
        new(() => new Rsi(7), 8, s => s.Close.Rsi(7)),
        new(() => new Donchian(7), 7, s => Middle(s, 7)),
        new(() => new PriorChannel(7), 8, s => Middle(s, 7).Ago(1)),
        new(() => new PriorChannel(7), 8, s => s.High.Max(7).Ago(1), x => ((PriorChannel)x).Upper, "Upper"),
        new(() => new PriorChannel(7), 8, s => s.Low.Min(7).Ago(1), x => ((PriorChannel)x).Lower, "Lower"),
        new(() => new Wma(7), 7, s => s.Close.Wma(7)),
        new(() => new Rma(7), 7, s => s.Close.Wilder(7)),
        new(() => new Hma(16), 19, s => s.Close.Wma(8).Times(2).Minus(s.Close.Wma(16)).Wma(4)),
        new(() => new Dema(6), 11, s => s.Close.Ema(6).Times(2).Minus(s.Close.Ema(6).Ema(6))),
        new(() => new Tema(6), 16, s => s.Close.Ema(6).Minus(s.Close.Ema(6).Ema(6)).Times(3).Plus(s.Close.Ema(6).Ema(6).Ema(6))),
        new(() => new T3(4), 19, s => Tillson(s.Close)),
        new(() => new Trima(5), 5, s => s.Close.Windows(5, w => (w[0] + 2 * w[1] + 3 * w[2] + 2 * w[3] + w[4]) / 9)),
        new(() => new Trima(6), 6, s => s.Close.Windows(6, w => (w[0] + 2 * w[1] + 3 * w[2] + 3 * w[3] + 2 * w[4] + w[5]) / 12)),
        new(() => new Zlema(7), 10, s => s.Close.Times(2).Minus(s.Close.Ago(3)).Ema(7)),
        new(() => new EfficiencyRatio(6), 7, s => Efficiency(s.Close, 6)),
        new(() => new Kama(6), 7, s => Adaptive(s.Close, Efficiency(s.Close, 6).Map(e => Math.Pow(e * (2d / 3 - 2d / 31) + 2d / 31, 2)))),
        new(() => new Vidya(6), 7, s => Adaptive(s.Close, Chande(s.Close, 6).Map(c => Math.Abs(c) * 2 / 7))),
        new(() => new Vwma(6), 6, s => s.Volume.Sum(6).With(s.Close.Times(s.Volume).Sum(6), (v, m) => v == 0 ? double.NaN : m / v).With(s.Close.Sma(6), (v, c) => double.IsNaN(v) ? c : v)),
        new(() => new Vwap(), 1, s => s.Typical),
        new(() => new Alma(9), 9, s => s.Close.Windows(9, w => Bell(w, 0.85 * 8, 1.5))),
        new(() => new McGinley(10), 10, s => s.Close.Aggregate(Array.Empty<double>(), (line, c) => [.. line, line.Length == 0 ? c : line[^1] + (c - line[^1]) / (6 * Math.Pow(c / line[^1], 4))])),
        new(() => new Lsma(8), 8, s => s.Close.Windows(8, w => w.Line().End)),
        new(() => new Stochastic(), 18, s => FastK(s, 14).Sma(3)),
        new(() => new Stochastic(), 18, s => FastK(s, 14).Sma(3).Sma(3), x => ((Stochastic)x).Signal, "Signal"),
        new(() => new StochRsi(8, 8, 2), 19, s => StochRsi(s.Close.Rsi(8)).Sma(2)),
        new(() => new StochRsi(8, 8, 2), 19, s => StochRsi(s.Close.Rsi(8)).Sma(2).Sma(3), x => ((StochRsi)x).Signal, "Signal"),
        new(() => new Macd(), 34, s => Macd(s.Close)),
        new(() => new Macd(), 34, s => Macd(s.Close).Ema(9), x => ((Macd)x).Signal, "Signal"),
        new(() => new Macd(), 34, s => Macd(s.Close).Minus(Macd(s.Close).Ema(9)), x => ((Macd)x).Histogram, "Histogram"),
        new(() => new Ppo(), 34, s => Macd(s.Close).Over(s.Close.Ema(26)).Times(100)),
        new(() => new Ppo(), 34, s => Macd(s.Close).Over(s.Close.Ema(26)).Times(100).Ema(9), x => ((Ppo)x).Signal, "Signal"),
        new(() => new Apo(), 26, s => Macd(s.Close)),
        new(() => new Pvo(), 34, s => Macd(s.Volume).Over(s.Volume.Ema(26), 0).Times(100)),
        new(() => new Pvo(), 34, s => Macd(s.Volume).Over(s.Volume.Ema(26), 0).Times(100).Ema(9), x => ((Pvo)x).Signal, "Signal"),
        new(() => new Cci(9), 9, s => s.Typical.Windows(9, w => w.Max() == w.Min() ? 0 : (w[^1] - w.Average()) / (0.015 * w.Average(v => Math.Abs(v - w.Average()))))),
        new(() => new Roc(6), 7, s => s.Close.Percent(6)),
        new(() => new Momentum(6), 7, s => s.Close.Minus(s.Close.Ago(6))),
        new(() => new LogReturn(3), 4, s => s.Close.Map(Math.Log).Minus(s.Close.Map(Math.Log).Ago(3))),
        new(() => new WilliamsR(9), 9, s => FastK(s, 9).Map(k => k - 100)),
        new(() => new UltimateOscillator(3, 5, 9), 10, s => Pressure(s, 3).Times(4).Plus(Pressure(s, 5).Times(2)).Plus(Pressure(s, 9)).Times(100d / 7)),
        new(() => new AwesomeOscillator(), 34, s => Awesome(s)),
        new(() => new AcceleratorOscillator(), 38, s => Awesome(s).Minus(Awesome(s).Sma(5))),
        new(() => new BalanceOfPower(), 1, s => s.Close.Minus(s.Open).Over(s.High.Minus(s.Low), 0)),
        new(() => new InternalBarStrength(), 1, s => s.Close.Place(s.Low, s.High)),
        new(() => new Cmo(7), 8, s => Chande(s.Close, 7).Times(100)),
        new(() => new Dpo(10), 10, s => s.Close.Ago(6).Minus(s.Close.Sma(10))),
        new(() => new Tsi(10, 5, 4), 18, s => Blau(s.Close, 10, 5)),
        new(() => new Tsi(10, 5, 4), 18, s => Blau(s.Close, 10, 5).Ema(4), x => ((Tsi)x).Signal, "Signal"),
        new(() => new Trix(6), 17, s => s.Close.Ema(6).Ema(6).Ema(6).Percent(1)),
        new(() => new Kst(), 53, s => Pring(s.Close)),
        new(() => new Kst(), 53, s => Pring(s.Close).Sma(9), x => ((Kst)x).Signal, "Signal"),
        new(() => new ConnorsRsi(3, 2, 20), 22, s => s.Close.Rsi(3).Plus(Streaks(s.Close).Rsi(2)).Plus(Rank(s.Close.Percent(1), 20)).Times(1d / 3)),
        new(() => new PercentRank(20), 21, s => Rank(s.Close, 20)),
        new(() => new RelativeVigor(6), 12, s => Vigor(s, 6)),
        new(() => new RelativeVigor(6), 12, s => Symmetric(Vigor(s, 6)), x => ((RelativeVigor)x).Signal, "Signal"),
        new(() => new DeMarker(6), 7, s => s.High.Up().Sma(6).Share(s.Low.Down().Sma(6), 0.5)),
        new(() => new FisherTransform(8), 8, s => Fisher(s.Median, 8)),
        new(() => new Adx(6), 12, s => Strength(s, 6)),
        new(() => new Adx(6), 12, s => Directional(s, 6).Plus, x => ((Adx)x).Plus, "Plus"),
        new(() => new Adx(6), 12, s => Directional(s, 6).Minus, x => ((Adx)x).Minus, "Minus"),
        new(() => new Adxr(6), 17, s => Rating(Strength(s, 6), 6)),
        new(() => new Aroon(8), 9, s => Fresh(s.High, 8).Minus(Fresh(s.Low.Times(-1), 8))),
        new(() => new Aroon(8), 9, s => Fresh(s.High, 8), x => ((Aroon)x).Up, "Up"),
        new(() => new Vortex(6), 7, s => VortexLine(s.High.Minus(s.Low.Ago(1)), s, 6).Minus(VortexLine(s.Low.Minus(s.High.Ago(1)), s, 6))),
        new(() => new Vortex(6), 7, s => VortexLine(s.High.Minus(s.Low.Ago(1)), s, 6), x => ((Vortex)x).Plus, "Plus"),
        new(() => new Chandelier(7), 8, s => s.High.Max(7).Minus(s.Atr(7).Times(3))),
        new(() => new Chandelier(7), 8, s => s.Low.Min(7).Plus(s.Atr(7).Times(3)), x => ((Chandelier)x).Short, "Short"),
        new(() => new SuperTrend(7, 2), 8, s => Super(s, 7, 2)),
        new(() => new ParabolicSar(), 2, Parabolic),
        new(() => new Ichimoku(), 78, s => Middle(s, 9)),
        new(() => new Ichimoku(), 78, s => Middle(s, 26), x => ((Ichimoku)x).Base, "Base"),
        new(() => new Ichimoku(), 78, s => Middle(s, 9).Plus(Middle(s, 26)).Times(0.5).Ago(26), x => ((Ichimoku)x).SpanA, "SpanA"),
        new(() => new Ichimoku(), 78, s => Middle(s, 52).Ago(26), x => ((Ichimoku)x).SpanB, "SpanB"),
        new(() => new HeikinAshi(), 1, s => s.Column(i => (s.Open[i] + s.High[i] + s.Low[i] + s.Close[i]) / 4)),
        new(() => new PivotPoints(), 1, s => s.Typical),
        new(() => new PivotPoints(), 1, s => s.High.Plus(s.Typical.Minus(s.Low).Times(2)), x => ((PivotPoints)x).R3, "R3"),
        new(() => new PivotPoints(), 1, s => s.Low.Minus(s.High.Minus(s.Typical).Times(2)), x => ((PivotPoints)x).S3, "S3"),
        new(() => new SwingPivots(), 5, s => Swings(s.High).Minus(Swings(s.Low.Times(-1)))),
        new(() => new Natr(6), 7, s => s.Atr(6).Over(s.Close).Times(100)),
        new(() => new TrueRange(), 2, s => s.TrueRange()),
        new(() => new Bollinger(7), 7, s => s.Close.Sma(7)),
        new(() => new Bollinger(7), 7, s => s.Close.Sma(7).Plus(s.Close.Windows(7, Naive.Deviation).Times(2)), x => ((Bollinger)x).Upper, "Upper"),
        new(() => new Bollinger(7), 7, s => s.Close.Sma(7).Minus(s.Close.Windows(7, Naive.Deviation).Times(2)), x => ((Bollinger)x).Lower, "Lower"),
        new(() => new Keltner(7, 2, 9), 10, s => s.Close.Ema(7).Plus(s.Atr(9).Times(2)), x => ((Keltner)x).Upper, "Upper"),
        new(() => new Starc(5, 2, 9), 10, s => s.Close.Sma(5).Minus(s.Atr(9).Times(2)), x => ((Starc)x).Lower, "Lower"),
        new(() => new Choppiness(9), 10, s => s.TrueRange().Sum(9).With(s.High.Max(9).Minus(s.Low.Min(9)), (walked, net) => net == 0 ? 100 : 100 * Math.Log10(walked / net) / Math.Log10(9))),
        new(() => new MassIndex(5, 8), 16, s => s.High.Minus(s.Low).Ema(5).Over(s.High.Minus(s.Low).Ema(5).Ema(5), 1).Sum(8)),
        new(() => new RogersSatchell(6), 6, s => s.Column(i => Math.Log(s.High[i] / s.Close[i]) * Math.Log(s.High[i] / s.Open[i]) + Math.Log(s.Low[i] / s.Close[i]) * Math.Log(s.Low[i] / s.Open[i])).Sma(6).Map(Math.Sqrt)),
        new(() => new UlcerIndex(6), 11, s => s.Close.Over(s.Close.Max(6)).Map(r => 1e4 * (r - 1) * (r - 1)).Sma(6).Map(Math.Sqrt)),
        new(() => new Obv(), 1, s => s.Close.With(s.Close.Ago(1), (a, b) => a > b ? 1 : a < b ? -1d : 0).Times(s.Volume).Cumulated()),
        new(() => new AdLine(), 1, s => s.MoneyFlow().Cumulated()),
        new(() => new ChaikinOscillator(), 10, s => s.MoneyFlow().Cumulated().Ema(3).Minus(s.MoneyFlow().Cumulated().Ema(10))),
        new(() => new Cmf(6), 6, s => s.MoneyFlow().Sum(6).Over(s.Volume.Sum(6), 0)),
        new(() => new Mfi(6), 7, s => Money(s, 1).Sum(6).Share(Money(s, -1).Sum(6), 0.5).Times(100)),
        new(() => new ForceIndex(6), 7, s => s.Close.Minus(s.Close.Ago(1)).Times(s.Volume).Ema(6)),
        new(() => new EaseOfMovement(6), 7, s => s.Median.Minus(s.Median.Ago(1)).Times(s.High.Minus(s.Low)).Over(s.Volume.Times(1e-4), 0).Sma(6)),
        new(() => new Klinger(5, 8, 4), 13, s => VolumeForce(s).Ema(5).Minus(VolumeForce(s).Ema(8))),
        new(() => new Klinger(5, 8, 4), 13, s => VolumeForce(s).Ema(5).Minus(VolumeForce(s).Ema(8)).Ema(4), x => ((Klinger)x).Signal, "Signal"),
        new(() => new PriceVolumeTrend(), 1, s => s.Close.Percent(1).Times(0.01).Times(s.Volume).Cumulated()),
        new(() => new StandardDeviation(7), 7, s => s.Close.Windows(7, Naive.Deviation)),
        new(() => new Slope(7), 7, s => s.Close.Windows(7, w => w.Line().Slope)),
        new(() => new Slope(7), 7, s => s.Close.Windows(7, w => w.Line().RSquared), x => ((Slope)x).RSquared, "RSquared"),
        new(() => new Hurst(60, 8), 60, s => s.Close.Windows(60, w => Spread(w, 8))),
        new(() => new Mama(), 33, s => NaiveEhlers.Mama(s).Mama),
        new(() => new Mama(), 33, s => NaiveEhlers.Mama(s).Fama, x => ((Mama)x).Fama, "Fama"),
        new(() => new HilbertTransform(), 12, NaiveEhlers.InPhase),
        new(() => new HilbertTransform(), 12, NaiveEhlers.Quadrature, x => ((HilbertTransform)x).Quadrature, "Quadrature"),
        new(() => new TdSequential(), 6, NaiveDeMark.Setup),
        new(() => new TdSequential(), 6, NaiveDeMark.Countdown, x => ((TdSequential)x).Countdown, "Countdown"),
        new(() => new TdSequential(), 6, NaiveDeMark.Resistance, x => Else(x, ((TdSequential)x).Resistance), "Resistance"),
        new(() => new TdSequential(), 6, NaiveDeMark.Support, x => Else(x, ((TdSequential)x).Support), "Support"),
        new(() => new TdSequential(), 6, NaiveDeMark.Perfect, x => x.IsReady ? ((TdSequential)x).IsPerfect ? 1 : 0 : double.NaN, "IsPerfect"),
        new(() => new VolumeProfile(30, 0.5m), 30, s => ByVolume(s, p => (double)p.Point)),
        new(() => new VolumeProfile(30, 0.5m), 30, s => ByVolume(s, p => p.Size), x => ((VolumeProfile)x).PointSize, "PointSize"),
        new(() => new VolumeProfile(30, 0.5m), 30, s => ByVolume(s, p => (double)p.High), x => ((VolumeProfile)x).High, "High"),
        new(() => new VolumeProfile(30, 0.5m), 30, s => ByVolume(s, p => (double)p.Low), x => ((VolumeProfile)x).Low, "Low"),
        new(() => new VolumeProfile(30, 0.5m), 30, s => ByVolume(s, p => (double)p.AreaHigh), x => ((VolumeProfile)x).ValueAreaHigh, "ValueAreaHigh"),
        new(() => new VolumeProfile(30, 0.5m), 30, s => ByVolume(s, p => (double)p.AreaLow), x => ((VolumeProfile)x).ValueAreaLow, "ValueAreaLow"),
        new(() => new TimeProfile(30, 0.5m), 30, s => ByTime(s, p => (double)p.Point)),
        new(() => new TimeProfile(30, 0.5m), 30, s => ByTime(s, p => (double)p.AreaHigh), x => ((TimeProfile)x).ValueAreaHigh, "ValueAreaHigh"),
        new(() => new TimeProfile(30, 0.5m), 30, s => ByTime(s, p => (double)p.AreaLow), x => ((TimeProfile)x).ValueAreaLow, "ValueAreaLow"),
        new(() => new PriceSpike(6), 8, s => s.Close.Percent(1).Times(0.01).Over(s.Close.Map(Math.Log).Minus(s.Close.Map(Math.Log).Ago(1)).Windows(6, Naive.Deviation).Ago(1), 0)),
        new(() => new PremierStochastic(8, 3), 12, s => FastK(s, 8).Map(k => (k - 50) / 10).Ema(3).Ema(3).Map(k => Math.Tanh(k / 2))),
        new(() => new Squeeze(7), 13, s => s.Close.Sma(7).Minus(s.Typical.Ema(7)).Map(Math.Abs).Plus(s.Close.Windows(7, Naive.Deviation).Times(2)).With(s.TrueRange().Sma(7).Times(1.5), (bands, reach) => bands < reach ? 1 : -1)),
        new(() => new Squeeze(7), 13, s => s.Close.Minus(Middle(s, 7).Plus(s.Close.Sma(7)).Times(0.5)).Windows(7, w => w.Line().End), x => ((Squeeze)x).Momentum, "Momentum"),
        new(() => new DownsideDeviation(6, 0.001), 7, s => Missed(s.Close, 0.001, 6)),
        new(() => new SortinoRatio(6, 0.001), 7, s => s.Close.Percent(1).Map(r => r / 100 - 0.001).Sma(6).Over(Missed(s.Close, 0.001, 6), 0)),
        new(() => new SharpeRatio(6, 0.001), 7, s => s.Close.Percent(1).Map(r => r / 100 - 0.001).Sma(6).Over(s.Close.Percent(1).Times(0.01).Windows(6, Naive.Deviation), 0)),
    ];

    // (1.7 E − 0.7 E²)³, multiplied out.
    static double[] Tillson(double[] x)
    {
        var third = x.Ema(4).Ema(4).Ema(4);
        return third.Times(4.913).Minus(third.Ema(4).Times(6.069)).Plus(third.Ema(4).Ema(4).Times(2.499)).Minus(third.Ema(4).Ema(4).Ema(4).Times(0.343));
    }

    static double[] Efficiency(double[] x, int n) => x.Windows(n + 1, w =>
        w.Max() == w.Min() ? 1 : Math.Abs(w[^1] - w[0]) / Enumerable.Range(1, n).Sum(i => Math.Abs(w[i] - w[i - 1])));

    static double[] Chande(double[] x, int n) => x.Up().Sum(n).Minus(x.Down().Sum(n)).Over(x.Up().Sum(n).Plus(x.Down().Sum(n)), 0);

    static double[] Adaptive(double[] x, double[] share)
    {
        var line = double.NaN;
        return [.. x.Select((c, i) => double.IsNaN(share[i]) ? double.NaN : line = (double.IsNaN(line) ? x[i - 1] : line) * (1 - share[i]) + c * share[i])];
    }

    static double Bell(double[] w, double top, double width)
    {
        var weights = w.Select((_, i) => Math.Exp(-(i - top) * (i - top) / (2 * width * width))).ToArray();
        return w.Times(weights).Sum() / weights.Sum();
    }

    static double[] FastK(Series s, int n) => s.Close.Place(s.Low.Min(n), s.High.Max(n)).Times(100);

    static double[] StochRsi(double[] rsi) => rsi.Windows(8, w => w.Max() - w.Min() < 1e-10 ? 50 : 100 * (w[^1] - w.Min()) / (w.Max() - w.Min()));

    static double[] Macd(double[] x) => x.Ema(12).Minus(x.Ema(26));

    static double[] Pressure(Series s, int n) =>
        s.Close.Minus(s.Low.With(s.Close.Ago(1), Math.Min)).Sum(n).Over(s.TrueRange().Sum(n), 0.5);

    static double[] Awesome(Series s) => s.Median.Sma(5).Minus(s.Median.Sma(34));

    static double[] Blau(double[] x, int slow, int fast) =>
        x.Minus(x.Ago(1)).Ema(slow).Ema(fast).Over(x.Minus(x.Ago(1)).Map(Math.Abs).Ema(slow).Ema(fast), 0).Times(100);

    static double[] Pring(double[] x) =>
        x.Percent(10).Sma(10).Plus(x.Percent(15).Sma(10).Times(2)).Plus(x.Percent(20).Sma(10).Times(3)).Plus(x.Percent(30).Sma(15).Times(4));

    static double[] Streaks(double[] x)
    {
        var run = 0;
        return [.. x.Select((c, i) => run = i == 0 || c == x[i - 1] ? 0 : c > x[i - 1] ? Math.Max(run, 0) + 1 : Math.Min(run, 0) - 1)];
    }

    static double[] Rank(double[] x, int n) => x.Windows(n + 1, w => 100d * w[..n].Count(v => v < w[n]) / n);

    static double[] Symmetric(double[] x) => x.Windows(4, w => (w[0] + 2 * w[1] + 2 * w[2] + w[3]) / 6);

    static double[] Vigor(Series s, int n) => Symmetric(s.Close.Minus(s.Open)).Sma(n).Over(Symmetric(s.High.Minus(s.Low)).Sma(n), 0);

    static double[] Fisher(double[] x, int n)
    {
        double place = 0, fisher = 0;
        return x.Windows(n, w =>
        {
            place = 0.33 * (w.Max() == w.Min() ? 0 : 2 * (w[^1] - w.Min()) / (w.Max() - w.Min()) - 1) + 0.67 * place;
            place = Math.Abs(place) > 0.99 ? 0.999 * Math.Sign(place) : place;
            return fisher = Math.Atanh(place) + 0.5 * fisher;
        });
    }

    static (double[] Plus, double[] Minus) Directional(Series s, int n)
    {
        double[] up = s.High.Minus(s.High.Ago(1)), down = s.Low.Ago(1).Minus(s.Low);
        double[] Kept(double[] one, double[] other) => one.With(other, (a, b) => double.IsNaN(a) ? a : a > b && a > 0 ? a : 0);
        double[] Index(double[] moves) => moves.Wilder(n).Over(s.Atr(n), 0).Times(100);
        return (Index(Kept(up, down)), Index(Kept(down, up)));
    }

    static double[] Strength(Series s, int n)
    {
        var (plus, minus) = Directional(s, n);
        return plus.With(minus, (p, m) => p + m == 0 ? 0 : 100 * Math.Abs(p - m) / (p + m)).Wilder(n);
    }

    static double[] Rating(double[] adx, int n) => adx.Plus(adx.Ago(n - 1)).Times(0.5);

    static double[] Fresh(double[] x, int n) => x.Windows(n + 1, w => 100d * Array.LastIndexOf(w, w.Max()) / n);

    static double[] VortexLine(double[] moves, Series s, int n) => moves.Map(Math.Abs).Sum(n).Over(s.TrueRange().Sum(n), 0);

    static double[] Super(Series s, int n, double factor)
    {
        var atr = s.Atr(n);
        var up = s.Close[n] >= s.Median[n];
        double upper = double.PositiveInfinity, lower = double.NegativeInfinity;
        return s.Column(i =>
        {
            if (i < n)
            {
                return double.NaN;
            }

            double high = s.Median[i] + factor * atr[i], low = s.Median[i] - factor * atr[i];
            upper = high < upper || s.Close[i - 1] > upper ? high : upper;
            lower = low > lower || s.Close[i - 1] < lower ? low : lower;
            up = i == n ? up : up ? !(s.Close[i] < lower) : s.Close[i] > upper;
            return up ? lower : upper;
        });
    }

    // Wilder's rule in words: the stop moves towards the extreme of the trade, never into the last two bars; a touch turns it.
    static double[] Parabolic(Series s)
    {
        var isLong = !(s.Low[0] - s.Low[1] > Math.Max(s.High[1] - s.High[0], 0));
        double stop = isLong ? s.Low[0] : s.High[0], extreme = isLong ? s.High[1] : s.Low[1], speed = 0.02;
        return s.Column(i =>
        {
            if (i == 0)
            {
                return double.NaN;
            }

            var last = i == 1 ? 1 : i - 1;
            double floor = Math.Min(s.Low[i], s.Low[last]), ceiling = Math.Max(s.High[i], s.High[last]);
            double Kept(double price) => isLong ? Math.Min(price, floor) : Math.Max(price, ceiling);
            if (isLong && s.Low[i] <= stop || !isLong && s.High[i] >= stop)
            {
                isLong = !isLong;
                stop = Kept(extreme);
                (extreme, speed) = (isLong ? s.High[i] : s.Low[i], 0.02);
            }
            else if (isLong && s.High[i] > extreme || !isLong && s.Low[i] < extreme)
            {
                (extreme, speed) = (isLong ? s.High[i] : s.Low[i], Math.Min(speed + 0.02, 0.2));
            }

            var shown = stop;
            stop = Kept(stop + speed * (extreme - stop));
            return shown;
        });
    }

    static double[] Middle(Series s, int n) => s.High.Max(n).Plus(s.Low.Min(n)).Times(0.5);

    static double[] Swings(double[] x) => x.Windows(5, w => w.Where((v, i) => i != 2 && v >= w[2]).Any() ? 0 : 1);

    static double[] Money(Series s, int sign) => s.Column(i => i == 0 ? double.NaN : Math.Sign(s.Typical[i] - s.Typical[i - 1]) == sign ? s.Typical[i] * s.Volume[i] : 0);

    static double[] VolumeForce(Series s)
    {
        var trend = s.Typical.With(s.Typical.Ago(1), (now, before) => double.IsNaN(before) ? double.NaN : now > before ? 1 : -1);
        var range = s.High.Minus(s.Low);
        var walked = 0d;
        return s.Column(i =>
        {
            walked = i == 0 ? 0 : range[i] + (trend[i] == trend[i - 1] ? walked : range[i - 1]);
            return i < 2 ? double.NaN : walked == 0 ? 0 : s.Volume[i] * Math.Abs(2 * (range[i] / walked - 1)) * trend[i] * 100;
        });
    }

    // Levels that are not there yet: −1 where the indicator is ready.
    static double Else(Indicator x, double level) => x.IsReady && double.IsNaN(level) ? -1 : level;

    static double[] ByVolume(Series s, Func<NaiveProfile, double> line) => NaiveProfile.Of(s, 30, 0.5m, i => s.Volume[i], line);

    static double[] ByTime(Series s, Func<NaiveProfile, double> line) => NaiveProfile.Of(s, 30, 0.5m, _ => 1, line);

    static double[] Missed(double[] x, double target, int n) => x.Percent(1).Map(r => Math.Pow(Math.Min(r / 100 - target, 0), 2)).Sma(n).Map(Math.Sqrt);

    static double Spread(double[] w, int longest)
    {
        int[] spans = [.. Enumerable.Range(2, longest - 1)];
        double[] logs = spans.Select(span => Math.Log(w.Minus(w.Ago(span))[span..].Deviation())).ToArray(), x = spans.Select(span => Math.Log(span)).ToArray();
        double meanX = x.Average(), mean = logs.Average();
        return x.Map(v => v - meanX).Times(logs.Map(v => v - mean)).Sum() / x.Sum(v => (v - meanX) * (v - meanX));
    }
}
