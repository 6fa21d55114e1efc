using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.App;

/// <summary>Breeds whole scripts: choices of components and expressions over the market.</summary>
/// <param name="rules">What may be made.</param>
sealed class ScriptSpecies(GenomeRules rules) : ISpecies<Genome>, IBreeding<Genome>
{
    static readonly string[] Lengths = ["1m", "5m", "15m", "30m", "1h", "4h", "1d"];

    /// <inheritdoc/>
    public IBreeding<Genome> Breeding => this;

    /// <inheritdoc/>
    public string Lineage => "evolved";

    /// <inheritdoc/>
    public string Kind => "scripts";

    /// <summary>Scripts on the timeframes asked for; else on those that can be made of the data.</summary>
    public static ScriptSpecies Of(EvolveRequest asked)
    {
        var rules = new GenomeRules();
        if (asked.Frames.Count > 0)
        {
            return new ScriptSpecies(rules with { Timeframes = [.. asked.Frames.Select(frame => BarSpec.Parse(frame, null))] });
        }

        if (asked.Run.Data.Where(each => each.Kind == DataKind.Bars).Select(each => each.Bars.ToString().Split('@')[0]).ToList() is not { Count: > 0 } stored)
        {
            return new ScriptSpecies(rules);
        }

        var shortest = stored.Max(length => Math.Max(0, Array.IndexOf(Lengths, length)));
        return new ScriptSpecies(rules with { Timeframes = [.. Lengths.Skip(shortest).Take(rules.Timeframes.Length).Select(length => BarSpec.Parse(length, null))] });
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Settings(Genome genome) => [$"genome={genome}"];

    /// <inheritdoc/>
    public Strategy Create(Genome genome) => GenomeStrategy.Create(genome);

    /// <inheritdoc/>
    public string Script(Genome genome, ScriptHeader header) => ScriptText.Of(genome, header);

    /// <inheritdoc/>
    public Genome Random(int slot, SeededRandom dice) => GenomeFactory.Random(rules, dice);

    /// <inheritdoc/>
    public (Genome Child, string Operator) Cross(Genome mother, Genome father, SeededRandom dice)
    {
        var child = Variation.Crossover(mother, father, rules, dice);
        return (child.Genome, child.Operator);
    }

    /// <inheritdoc/>
    public (Genome Child, string Operator) Mutate(Genome parent, SeededRandom dice)
    {
        var child = Variation.Mutate(parent, rules, dice);
        return (child.Genome, child.Operator);
    }

    /// <inheritdoc/>
    public string KeyOf(Genome genome) => genome.Hash;

    /// <inheritdoc/>
    public int SizeOf(Genome genome) => genome.Complexity;

    public void Dispose()
    {
    }
}
