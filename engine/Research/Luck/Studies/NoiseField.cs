namespace Workbench.Research.Luck;

/// <summary>Worthless variants: normal returns with mean 0 and deviation 1, alike as far as asked.</summary>
public static class NoiseField
{
    /// <summary>Columns of noise; the same seed gives the same.</summary>
    /// <param name="seed">Of the dice.</param>
    /// <param name="variants">Columns.</param>
    /// <param name="periods">Rows.</param>
    /// <param name="correlation">Of any two columns, 0 to below 1: they share so much of one series.</param>
    public static double[][] Columns(long seed, int variants, int periods, double correlation = 0d)
    {
        var dice = new SeededRandom(seed);
        var (shared, alone) = (Math.Sqrt(correlation), Math.Sqrt(1 - correlation));
        var common = Normals(dice, periods);
        var columns = new double[variants][];
        for (var k = 0; k < variants; k++)
        {
            columns[k] = Normals(dice, periods);
            for (var t = 0; t < periods; t++)
            {
                columns[k][t] = shared * common[t] + alone * columns[k][t];
            }
        }

        return columns;
    }

    /// <summary>Marsaglia's polar method: two normals from a point in the circle.</summary>
    static double[] Normals(SeededRandom dice, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i += 2)
        {
            double x, y, square;
            do
            {
                (x, y) = (2 * dice.NextDouble() - 1, 2 * dice.NextDouble() - 1);
                square = x * x + y * y;
            }
            while (square is >= 1d or 0d);

            var length = Math.Sqrt(-2 * Math.Log(square) / square);
            values[i] = x * length;
            if (i + 1 < count)
            {
                values[i + 1] = y * length;
            }
        }

        return values;
    }
}
