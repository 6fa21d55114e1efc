namespace Workbench.Research.Search;

/// <summary>Who lies near whom among the points of a search. They are sorted into cells as wide as near is, so that each is compared with the next cells alone: a million points have 10^12 pairs.</summary>
sealed class Neighbourhood
{
    const double Twentieth = 0.05;
    const double UsualNeighbours = 50d;
    const double Rounding = 1e-9;

    /// <summary>Axes that cells are cut along: each makes three times as many cells to look into.</summary>
    const int MostCut = 6;
    readonly SearchSpace space;
    readonly AxisValue[]?[] values;
    readonly double reach;
    readonly double[] widths;
    readonly Dictionary<long, List<int>> cells = [];

    public Neighbourhood(SearchSpace space, AxisValue[]?[] values)
    {
        (this.space, this.values) = (space, values);
        reach = Reach(space, values.Length);
        widths = [.. space.Axes.Take(MostCut).Select(axis => Math.Max(reach, Step(axis)) * (1d + Rounding))];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } at)
            {
                Cell(Key(at, [])).Add(i);
            }
        }
    }

    /// <summary>The neighbours of a point, itself not among them, in their order.</summary>
    public List<int> Of(int point)
    {
        var found = new List<int>();
        var shifts = new int[widths.Length];
        do
        {
            if (cells.TryGetValue(Key(values[point]!, shifts), out var cell))
            {
                found.AddRange(cell.Where(other => other != point && AreNear(values[point]!, values[other]!)));
            }
        }
        while (Turn(shifts));
        found.Sort();
        return found;
    }

    // Whole grids have their steps. A sample of a large space has nobody one step away, and a share of the axes must do.
    static double Reach(SearchSpace space, int points) => space.Count is { } count && points * 2d >= (double)count
        ? 0d : Math.Min(Twentieth, 0.5 * Math.Pow(UsualNeighbours / Math.Max(1, points), 1d / space.Axes.Count));

    // On a log axis the first step is the longest.
    static double Step(Axis axis) => axis.Count switch
    {
        null => 0d,
        1 => 1d,
        _ when !axis.IsOrdered => 1d,
        _ => axis.At(1L).Unit - axis.At(0L).Unit,
    };

    static bool Turn(int[] shifts)
    {
        for (var i = shifts.Length - 1; i >= 0; i--)
        {
            shifts[i] = shifts[i] switch { 0 => 1, 1 => -1, _ => 0 };
            if (shifts[i] != 0)
            {
                return true;
            }
        }

        return false;
    }

    // Two cells may share a key, since who is near is looked at again: a key must only be the same for the same cell.
    long Key(AxisValue[] at, int[] shifts)
    {
        var key = 0L;
        for (var i = 0; i < widths.Length; i++)
        {
            key = unchecked(key * 1_000_003L + (long)Math.Floor(at[i].Unit / widths[i]) + (shifts.Length > 0 ? shifts[i] : 0));
        }

        return key;
    }

    List<int> Cell(long key)
    {
        if (!cells.TryGetValue(key, out var cell))
        {
            cells[key] = cell = [];
        }

        return cell;
    }

    bool AreNear(AxisValue[] a, AxisValue[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (!IsNear(space.Axes[i], a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    bool IsNear(Axis axis, AxisValue a, AxisValue b) => axis.IsOrdered
        ? (reach > 0d && Math.Abs(a.Unit - b.Unit) <= reach + Rounding) || a.Index - b.Index is >= -1 and <= 1
        : a.Text == b.Text;
}
