using Workbench.Research.Search;

namespace Workbench.Research.Evolution;

/// <summary>Breeds the settings of a script that somebody wrote: one gene for each parameter, each with its values.</summary>
public sealed class SettingsBreeding : IBreeding<Point>
{
    /// <summary>How often a genome that a constraint refuses is made anew.</summary>
    const int MostTries = 200;

    readonly IReadOnlyList<SettingGene> genes;
    readonly Func<Point, bool> isAllowed;

    /// <summary>Breeding over those genes.</summary>
    /// <param name="genes">The parameters that vary, and those with one value.</param>
    /// <param name="isAllowed">What the constraints say of a point.</param>
    /// <exception cref="WorkbenchException">WB4172: nothing can vary. WB4173: the constraints leave nothing.</exception>
    public SettingsBreeding(IReadOnlyList<SettingGene> genes, Func<Point, bool> isAllowed)
    {
        (this.genes, this.isAllowed) = (genes, isAllowed);
        if (genes.All(gene => gene.Values.Count < 2))
        {
            throw EvolutionErrors.NothingToVary();
        }
    }

    /// <inheritdoc/>
    public Point Random(int slot, SeededRandom dice)
    {
        for (var attempt = 0; attempt < MostTries * 10; attempt++)
        {
            var point = Of(genes.Select(gene => dice.Next(gene.Values.Count)));
            if (isAllowed(point))
            {
                return point;
            }
        }

        throw EvolutionErrors.NothingAllowed(MostTries * 10);
    }

    /// <inheritdoc/>
    public Point Cross(Point mother, Point father, SeededRandom dice) =>
        Allowed(mother, () => new Point([.. mother.Settings.Zip(father.Settings, (hers, his) => dice.NextDouble() < 0.5 ? hers : his)]));

    /// <inheritdoc/>
    public (Point Child, string Operator) Mutate(Point parent, SeededRandom dice)
    {
        var what = "";
        var child = Allowed(parent, () =>
        {
            int[] at = [.. genes.Select((gene, i) => PlaceOf(gene, parent.Settings[i]))];
            List<int> varying = [.. Enumerable.Range(0, genes.Count).Where(i => genes[i].Values.Count > 1)];
            var which = varying[dice.Next(varying.Count)];
            (at[which], what) = Other(genes[which], at[which], dice);
            return Of(at);
        });
        return (child, what);
    }

    /// <inheritdoc/>
    public string KeyOf(Point genome) => genome.Key;

    /// <inheritdoc/>
    public int SizeOf(Point genome) => genome.Settings.Count;

    Point Allowed(Point otherwise, Func<Point> make)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var point = make();
            if (isAllowed(point))
            {
                return point;
            }
        }

        return otherwise;
    }

    /// <summary>Mostly a neighbour, farther ones by ever smaller odds; now and then any other.</summary>
    static (int Place, string Operator) Other(SettingGene gene, int place, SeededRandom dice)
    {
        if (!gene.IsOrdered || dice.NextDouble() < 0.2)
        {
            var drawn = dice.Next(gene.Values.Count - 1);
            return (drawn < place ? drawn : drawn + 1, $"{gene.Name} redrawn");
        }

        var step = 1;
        while (step < gene.Values.Count && dice.NextDouble() < 0.6)
        {
            step++;
        }

        var up = place == 0 || (place < gene.Values.Count - 1 && dice.NextDouble() < 0.5);
        return (Math.Clamp(up ? place + step : place - step, 0, gene.Values.Count - 1), $"{gene.Name} moved");
    }

    Point Of(IEnumerable<int> places) => new([.. genes.Zip(places, (gene, place) => $"{gene.Name}={gene.Values[place]}")]);

    static int PlaceOf(SettingGene gene, string setting)
    {
        for (var i = 0; i < gene.Values.Count; i++)
        {
            if (setting.AsSpan(gene.Name.Length + 1).SequenceEqual(gene.Values[i]))
            {
                return i;
            }
        }

        throw new ArgumentException($"{setting} is no value of {gene.Name}.", nameof(setting));
    }
}
