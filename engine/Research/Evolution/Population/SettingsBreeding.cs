using Workbench.Research.Search;

namespace Workbench.Research.Evolution;

/// <summary>Breeds the settings of a script that somebody wrote: each axis of a search space is a gene.</summary>
public sealed class SettingsBreeding : IBreeding<Point>
{
    /// <summary>How often a genome that a constraint refuses is made anew.</summary>
    const int MostTries = 200;

    /// <summary>How often a new one is drawn before the constraints are believed to leave nothing.</summary>
    const int MostDraws = 100_000;

    /// <summary>Least step on a continuous axis, as a share of it.</summary>
    const double LeastStep = 0.01;

    readonly SearchSpace space;
    readonly int[] varying;

    /// <summary>Breeding over a space.</summary>
    /// <exception cref="WorkbenchException">WB4172: no axis has more than one value.</exception>
    public SettingsBreeding(SearchSpace space)
    {
        this.space = space;
        varying = [.. Enumerable.Range(0, space.Axes.Count).Where(axis => space.Axes[axis].Count is not 1)];
        if (varying.Length == 0)
        {
            throw EvolutionErrors.NothingToVary();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="WorkbenchException">WB4173: the constraints leave nothing, as far as drawing tells.</exception>
    public Point Random(int slot, SeededRandom dice) => Allowed(MostDraws, () => [.. space.Axes.Select(axis => axis.At(dice.NextDouble()))])
        ?? throw EvolutionErrors.NothingAllowed(MostDraws);

    /// <inheritdoc/>
    public (Point Child, string Operator) Cross(Point mother, Point father, SeededRandom dice)
    {
        var (hers, his) = (Values(mother), Values(father));
        return (Allowed(MostTries, () => [.. hers.Zip(his, (her, him) => dice.NextDouble() < 0.5 ? her : him)]) ?? mother, "crossover");
    }

    /// <inheritdoc/>
    public (Point Child, string Operator) Mutate(Point parent, SeededRandom dice)
    {
        var values = Values(parent);
        var what = "";
        var child = Allowed(MostTries, () =>
        {
            var axis = varying[dice.Next(varying.Length)];
            var isMove = space.Axes[axis].IsOrdered && dice.NextDouble() < 0.8;
            what = $"{space.Axes[axis].Name} {(isMove ? "moved" : "redrawn")}";
            var changed = (AxisValue[])values.Clone();
            changed[axis] = isMove ? Moved(space.Axes[axis], values[axis], dice) : Redrawn(space.Axes[axis], values[axis], dice);
            return changed;
        });
        return (child ?? parent, what);
    }

    /// <inheritdoc/>
    public string KeyOf(Point genome) => genome.Key;

    /// <inheritdoc/>
    public int SizeOf(Point genome) => genome.Settings.Count;

    Point? Allowed(int tries, Func<AxisValue[]> make)
    {
        for (var attempt = 0; attempt < tries; attempt++)
        {
            var values = make();
            if (space.Allows(values))
            {
                return space.Point(values);
            }
        }

        return null;
    }

    AxisValue[] Values(Point point) => space.Find(point) ?? throw new ArgumentException($"{point} is no point of the space.", nameof(point));

    /// <summary>Mostly a neighbour; farther ones by ever smaller odds.</summary>
    static AxisValue Moved(Axis axis, AxisValue from, SeededRandom dice)
    {
        var step = Math.Max(axis.Width(from.Unit), axis.Count is null ? LeastStep : 0d);
        var reach = step;
        while (reach < 1d && dice.NextDouble() < 0.6)
        {
            reach += step;
        }

        var isUp = from.Unit - step <= 0d || (from.Unit + step < 1d && dice.NextDouble() < 0.5);
        return axis.At(isUp ? from.Unit + reach : from.Unit - reach) is var moved && moved.Text != from.Text ? moved : Redrawn(axis, from, dice);
    }

    static AxisValue Redrawn(Axis axis, AxisValue from, SeededRandom dice)
    {
        var drawn = from;
        for (var attempt = 0; attempt < MostTries && drawn.Text == from.Text; attempt++)
        {
            drawn = axis.At(dice.NextDouble());
        }

        return drawn;
    }
}
