namespace Workbench.Research.Search;

/// <summary>All points of a space that its constraints allow, in the order of an odometer: the last axis turns fastest.</summary>
static class Grid
{
    public static IEnumerable<AxisValue[]> Values(SearchSpace space)
    {
        var axes = space.Axes;
        var wheels = new long[axes.Count];
        var values = axes.Select(axis => axis.At(0L)).ToArray();
        do
        {
            if (space.Allows(values))
            {
                yield return values;
            }
        }
        while (Turn(axes, wheels, values));
    }

    static bool Turn(IReadOnlyList<Axis> axes, long[] wheels, AxisValue[] values)
    {
        for (var i = axes.Count - 1; i >= 0; i--)
        {
            var isLast = wheels[i] == axes[i].Count - 1;
            wheels[i] = isLast ? 0 : wheels[i] + 1;
            values[i] = axes[i].At(wheels[i]);
            if (!isLast)
            {
                return true;
            }
        }

        return false;
    }
}
