namespace Workbench.Core.Tests.Indicators;

/// <summary>Ehlers' recursions, row by row over whole columns.</summary>
static class NaiveEhlers
{
    public static double[] InPhase(Series s) => Fed(Detrended(s), 3, 0.635, (x, i) => 1.25 * (x[i - 4] - 0.635 * x[i - 2]));

    public static double[] Quadrature(Series s) => Fed(Detrended(s), 2, 0.338, (x, i) => x[i - 2] - 0.338 * x[i]);

    public static (double[] Mama, double[] Fama) Mama(Series s)
    {
        var phase = Phase(s.Median);
        double[] mama = [.. s.Median], fama = [.. s.Median];
        for (var i = 16; i < s.Count; i++)
        {
            var turned = phase[i - 1] - phase[i];
            if (double.IsNaN(turned))
            {
                continue;
            }

            var share = Math.Max(0.05, 0.5 / Math.Max(1, turned));
            mama[i] = share * s.Median[i] + (1 - share) * mama[i - 1];
            fama[i] = share / 2 * mama[i] + (1 - share / 2) * fama[i - 1];
        }

        return (mama, fama);
    }

    static double[] Detrended(Series s) => s.Median.Minus(s.Median.Ago(7));

    static double[] Fed(double[] x, int back, double share, Func<double[], int, double> fresh)
    {
        var line = new double[x.Length];
        for (var i = 11; i < x.Length; i++)
        {
            line[i] = fresh(x, i) + share * line[i - back];
        }

        return line;
    }

    static double[] Phase(double[] price)
    {
        var n = price.Length;
        double[] smooth = price.Wma(4), detrended = Empty(n), q = Empty(n), i1 = Empty(n), phase = Empty(n);
        double[] i2 = new double[n], q2 = new double[n], re = new double[n], im = new double[n], period = new double[n];
        for (var i = 9; i < n; i++)
        {
            var gain = 0.075 * period[i - 1] + 0.54;
            double Turned(double[] x) => i < 6 ? double.NaN : gain * (0.0962 * (x[i] - x[i - 6]) + 0.5769 * (x[i - 2] - x[i - 4]));
            detrended[i] = Turned(smooth);
            q[i] = Turned(detrended);
            i1[i] = detrended[i - 3];
            phase[i] = i1[i] == 0 ? phase[i - 1] : Angle(q[i] / i1[i]);
            if (i >= 21)
            {
                i2[i] = 0.2 * (i1[i] - Turned(q)) + 0.8 * i2[i - 1];
                q2[i] = 0.2 * (q[i] + Turned(i1)) + 0.8 * q2[i - 1];
                re[i] = 0.2 * (i2[i] * i2[i - 1] + q2[i] * q2[i - 1]) + 0.8 * re[i - 1];
                im[i] = 0.2 * (i2[i] * q2[i - 1] - q2[i] * i2[i - 1]) + 0.8 * im[i - 1];
                period[i] = 0.8 * period[i - 1] + 0.2 * Limited(re[i] == 0 || im[i] == 0 ? period[i - 1] : 360 / Angle(im[i] / re[i]), period[i - 1]);
            }
        }

        return phase;
    }

    static double Limited(double period, double before) => Math.Min(50, Math.Max(6, Math.Max(0.67 * before, Math.Min(1.5 * before, period))));

    static double Angle(double tangent) => 180 / Math.PI * Math.Atan(tangent);

    static double[] Empty(int n)
    {
        var line = new double[n];
        Array.Fill(line, double.NaN);
        return line;
    }
}
