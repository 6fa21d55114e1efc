using System.Globalization;

namespace Workbench.Research.Tests;

/// <summary>What pandas says of the same columns, and what the definitions say.</summary>
public sealed class SeriesTests
{
    // A wave with a hole and one value that is far too large; and one that is whole.
    const string X = "100.0 103.0907 101.9465 98.5367 98.1496 NaN 104.1956 101.0573 97.8165 98.214 101.9605 1000000000.0 101.4233 97.2126 98.3855 102.2166";
    const string Y = "52.0 50.3432 48.8456 47.6919 47.9065 49.4784 50.2694 51.1997 50.6167 49.1129 47.9777 48.2216 48.7113 50.5952 51.4989 50.8898";

    /// <summary>Printed by pandas 1.5.3 (Debian's python3-pandas) for s = pd.Series(X), t = pd.Series(Y); the first word is what it was asked.</summary>
    public static TheoryData<string, string> Peer => new()
    {
        { "s.pct_change(fill_method=None)", "NaN 0.030907000000000018 -0.011098964310068737 -0.033446955020525526 -0.003928485528742032 NaN NaN -0.030119314059326885 -0.03206893514867304 0.004063731579027952 0.03814629278921533 9807718.65614135 -0.9999998985767 -0.04151610132977335 0.012065308406523423 0.03893968115220248" },
        { "np.log(s/s.shift(1))", "NaN 0.03043899728048376 -0.011161017391611155 -0.03401909826041617 -0.003936222297186066 NaN NaN -0.03058221923521678 -0.032594408237960136 0.004055496923270052 0.037436711989494116 16.098680353566643 -16.10396298914793 -0.04240251510365089 0.011993102781585833 0.03820065571789687" },
        { "s.diff()", "NaN 3.0906999999999982 -1.1441999999999979 -3.409800000000004 -0.38709999999998956 NaN NaN -3.138300000000001 -3.240799999999993 0.39749999999999375 3.7464999999999975 999999898.0395 -999999898.5767 -4.210700000000003 1.1728999999999985 3.8311000000000064" },
        { "s.rolling(3).mean()", "NaN NaN 101.67906666666666 101.1913 99.54426666666666 NaN NaN NaN 101.02313333333332 99.02926666666667 99.33033333333333 333333400.0581667 333333401.1279333 333333399.5453 99.00713333333333 99.27156666666667" },
        { "t.rolling(4).mean()", "NaN NaN NaN 49.720175 48.696799999999996 48.4806 48.836549999999995 49.7135 50.39104999999999 50.299675 49.72675 48.982225 48.505875 48.87645 49.75675 50.4238" },
        { "t.rolling(4).std()", "NaN NaN NaN 1.8676672693942733 1.2065339475815218 0.8327601375345998 1.2436836642276234 1.3950312135098113 0.71938897452398 0.8793750294953767 1.4603173661913356 1.1939019149410903 0.506774074415808 1.1857425479420072 1.5478734067530704 1.2020857179641455" },
        { "s[:11].rolling(5).corr(t[:11])", "NaN NaN NaN NaN 0.46314898546341404 NaN NaN NaN NaN NaN -0.057821109383238194" },
        { "s[:11].ewm(span=4).mean()", "100.0 101.9316875 101.93924489795918 100.37557536764704 99.4101106870229 99.4101106870229 102.02510930614812 101.56381050839803 99.90483186811069 99.18694296017337 100.33628467884013" },
        { "t.ewm(span=2.5).mean()", "52.0 50.84024 49.6030582278481 48.47283879310345 48.14446896884811 48.91146790283955 49.689495229839444 50.55345266616189 50.58961163679487 49.74559998245568 48.735280907436604 48.441737689636795 48.59577583027902 49.738311984663056 50.74436531981087 50.82747095899452" },
        { "t.autocorr(1)", "0.626602771572575" },
        { "t.autocorr(3)", "-0.8570114855011967" },
        { "s[:11].autocorr(1)", "0.22481364425126973" },
        { "[t.quantile(q) for q in (0, .1, .25, .5, .9, 1)]", "47.6919 47.942099999999996 48.588875 49.8739 51.3493 52.0" },
        { "t.describe()", "16.0 49.709925 1.3921505069495899 47.6919 48.588875 49.8739 50.684975 52.0" },
        { "s[:11].describe()", "10.0 100.49674000000002 2.284269410652876 97.8165 98.294675 100.52865 101.957 104.1956" },
    };

    [Theory, MemberData(nameof(Peer))]
    public void What_pandas_says_is_said_here(string asked, string answer)
    {
        var (s, t) = (Numbers(X), Numbers(Y));
        double[] ours = asked switch
        {
            "s.pct_change(fill_method=None)" => Series.Returns(s),
            "np.log(s/s.shift(1))" => Series.LogReturns(s),
            "s.diff()" => Series.Differences(s),
            "s.rolling(3).mean()" => Series.RollingMean(s, 3),
            "t.rolling(4).mean()" => Series.RollingMean(t, 4),
            "t.rolling(4).std()" => Series.RollingStd(t, 4),
            "s[:11].rolling(5).corr(t[:11])" => Series.RollingCorrelation(s[..11], t[..11], 5),
            "s[:11].ewm(span=4).mean()" => Series.Ewma(s[..11], 4),
            "t.ewm(span=2.5).mean()" => Series.Ewma(t, 2.5),
            "t.autocorr(1)" => [Series.Autocorrelation(t)],
            "t.autocorr(3)" => [Series.Autocorrelation(t, 3)],
            "s[:11].autocorr(1)" => [Series.Autocorrelation(s[..11])],
            "t.describe()" => Eight(Series.Describe(t)),
            "s[:11].describe()" => Eight(Series.Describe(s[..11])),
            _ => [.. new[] { 0, .1, .25, .5, .9, 1 }.Select(share => Series.Quantile(t, share))],
        };

        AssertNear(Numbers(answer), ours, 1e-12);
    }

    [Fact]
    public void A_huge_value_that_left_the_window_leaves_nothing_behind()
    {
        // pandas 1.5.3 answers 0.0 here: s.rolling(4).std().iloc[-1]. numpy.std(s[-4:], ddof=1) answers as we do.
        Assert.Equal(2.392359118805817, Series.RollingStd(Numbers(X), 4)[^1], 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rolling_figures_are_those_of_each_window_alone(long seed)
    {
        var dice = new SeededRandom(seed);
        var x = Enumerable.Range(0, 400).Select(_ => dice.Next(40) == 0 ? double.NaN : 1e3 + dice.NextDouble()).ToArray();
        var y = x.Select(value => value * 0.3 + dice.NextDouble()).ToArray();
        foreach (var window in (int[])[2, 3, 7, 64, 399, 400, 401])
        {
            var windows = Enumerable.Range(0, x.Length).Select(end => end + 1 < window ? default : (X: x[(end + 1 - window)..(end + 1)], Y: y[(end + 1 - window)..(end + 1)])).ToArray();

            AssertNear([.. windows.Select(one => one.X?.Average() ?? double.NaN)], Series.RollingMean(x, window), 1e-12, $"mean of {window}, seed {seed}");
            AssertNear([.. windows.Select(one => one.X is null ? double.NaN : Std(one.X))], Series.RollingStd(x, window), 1e-8, $"std of {window}, seed {seed}");
            AssertNear([.. windows.Select(one => one.X is null ? double.NaN : Correlation(one.X, one.Y))], Series.RollingCorrelation(x, y, window), 1e-6, $"correlation of {window}, seed {seed}");
        }
    }

    [Fact]
    public void What_does_not_move_has_no_spread_and_no_correlation()
    {
        double[] still = [0.1, 0.1, 0.1, 0.1, 0.1];

        Assert.Equal([double.NaN, double.NaN, 0d, 0d, 0d], Series.RollingStd(still, 3));
        Assert.All(Series.RollingCorrelation(still, [1, 2, 3, 4, 5], 3), value => Assert.True(double.IsNaN(value)));
        Assert.True(double.IsNaN(Series.Autocorrelation(still)));
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        Assert.Empty(Series.Returns([]));
        Assert.Empty(Series.RollingMean([], 5));
        Assert.Empty(Series.Ewma([], 5));
        Assert.True(double.IsNaN(Series.Quantile([], 0.5)));
        Assert.Equal(new Description(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN), Series.Describe([double.NaN]));
    }

    [Fact]
    public void Windows_spans_and_shares_that_make_no_sense_are_refused() => Assert.All(
        (Func<object>[])[
            () => Series.RollingMean([1], 0), () => Series.RollingStd([1, 2], 1), () => Series.RollingCorrelation([1, 2], [1, 2], 1),
            () => Series.Ewma([1], 0.5), () => Series.Ewma([1], double.NaN), () => Series.Autocorrelation([1], -1), () => Series.Quantile([1], 1.1)],
        ask => Assert.Equal("WB4208", Assert.Throws<WorkbenchException>(ask).Code));

    static double[] Eight(Description all) => [all.Count, all.Mean, all.Std, all.Min, all.Q25, all.Median, all.Q75, all.Max];

    static double[] Numbers(string text) => [.. text.Split(' ').Select(word => word == "NaN" ? double.NaN : double.Parse(word, CultureInfo.InvariantCulture))];

    static double Std(double[] values) => Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1));

    static double Correlation(double[] x, double[] y) =>
        x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum() / ((x.Length - 1) * Std(x) * Std(y));

    static void AssertNear(double[] expected, double[] actual, double within, string what = "")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(double.IsNaN(expected[i]) == double.IsNaN(actual[i]) && !(Math.Abs(expected[i] - actual[i]) > within * Math.Max(1d, Math.Abs(expected[i]))),
                FormattableString.Invariant($"{what} at {i}: {expected[i]:R} expected, {actual[i]:R} found"));
        }
    }
}
