using System.Runtime.InteropServices;

namespace Workbench.Research;

/// <summary>Columns of doubles that grow batch by batch.</summary>
sealed class ColumnReader(int columns)
{
    readonly List<double>[] values = [.. Enumerable.Range(0, columns).Select(_ => new List<double>())];

    public double[] this[int column] => [.. values[column]];

    /// <summary>Adds stored integers; one division gives the double nearest to the decimal they stand for.</summary>
    public void Add(int column, long[] raw, int count, double unit)
    {
        var (list, from) = (values[column], values[column].Count);
        CollectionsMarshal.SetCount(list, from + count);
        var into = CollectionsMarshal.AsSpan(list)[from..];
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = raw[i] / unit;
        }
    }

    public static void Check(Instrument instrument, int count, int most)
    {
        if (count > most)
        {
            throw ChartErrors.TooManyEvents(instrument.Symbol, most);
        }
    }
}
