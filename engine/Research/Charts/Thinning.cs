namespace Workbench.Research;

/// <summary>Which points of a long series to keep, so that what is drawn of them looks like all of them.</summary>
static class Thinning
{
    /// <summary>
    /// Places of the points to keep, rising, at most <paramref name="most"/>: each stretch keeps its first, lowest, highest and last point, so that no
    /// peak and no bottom is lost, and one NaN where it has any, so that no gap is.
    /// </summary>
    public static int[] Extremes(ReadOnlySpan<double> values, int most)
    {
        var stretches = values.Length <= most ? 0 : most / (HasGap(values) ? 5 : 4);
        var kept = new List<int>(Math.Min(values.Length, most));
        if (stretches == 0)
        {
            kept.AddRange(Enumerable.Range(0, values.Length));
        }

        for (var stretch = 0; stretch < stretches; stretch++)
        {
            var from = (int)((long)values.Length * stretch / stretches);
            var to = (int)((long)values.Length * (stretch + 1) / stretches);
            KeepExtremes(values, from, to, kept);
        }

        return [.. kept];
    }

    /// <summary>Places of every so-manieth point of a cloud, at most <paramref name="most"/>, with its four outermost among them: its density stays what it is.</summary>
    public static int[] Cloud(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int most)
    {
        if (y.Length <= most)
        {
            return [.. Enumerable.Range(0, y.Length)];
        }

        var room = most - 4;
        var kept = new SortedSet<int> { Lowest(x), Highest(x), Lowest(y), Highest(y) };
        for (var i = 0; i < room; i++)
        {
            kept.Add((int)((long)y.Length * i / room));
        }

        return [.. kept];
    }

    static void KeepExtremes(ReadOnlySpan<double> values, int from, int to, List<int> kept)
    {
        var stretch = values[from..to];
        Span<int> places = [from, from + Lowest(stretch), from + Highest(stretch), from + FirstGap(stretch), to - 1];
        places.Sort();
        var last = -1;
        foreach (var at in places)
        {
            if (at > last)
            {
                kept.Add(at);
                last = at;
            }
        }
    }

    static bool HasGap(ReadOnlySpan<double> values)
    {
        var at = FirstGap(values);
        return at < values.Length && double.IsNaN(values[at]);
    }

    static int FirstGap(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                return i;
            }
        }

        return 0;
    }

    static int Lowest(ReadOnlySpan<double> values)
    {
        var low = 0;
        for (var i = 1; i < values.Length; i++)
        {
            low = values[i] < values[low] || double.IsNaN(values[low]) ? i : low;
        }

        return low;
    }

    static int Highest(ReadOnlySpan<double> values)
    {
        var high = 0;
        for (var i = 1; i < values.Length; i++)
        {
            high = values[i] > values[high] || double.IsNaN(values[high]) ? i : high;
        }

        return high;
    }
}
