using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests;

/// <summary>Vectors of numbers from 0 to 1 as genomes, and the first problem of Zitzler, Deb and Thiele 2000 for them: f1 = x1, f2 = g (1 − √(x1/g)), both to be small; the true front is f2 = 1 − √f1.</summary>
sealed class Vectors(int length) : IBreeding<double[]>
{
    public double[] Random(int slot, SeededRandom dice) => [.. Enumerable.Range(0, length).Select(_ => Round(dice.NextDouble()))];

    public (double[] Child, string Operator) Cross(double[] mother, double[] father, SeededRandom dice) =>
        ([.. mother.Zip(father, (hers, his) => dice.NextDouble() is var share && share < 0.7 ? (share < 0.35 ? hers : his) : Round(hers + dice.NextDouble() * (his - hers)))], "crossover");

    public (double[] Child, string Operator) Mutate(double[] parent, SeededRandom dice)
    {
        var child = (double[])parent.Clone();
        var at = dice.Next(length);
        child[at] = dice.NextDouble() < 0.3 ? 0d : Round(Math.Clamp(child[at] + (dice.NextDouble() - 0.5) * 0.2, 0d, 1d));
        return (child, "nudge");
    }

    public string KeyOf(double[] genome) => string.Join(' ', genome.Select(gene => gene.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));

    public int SizeOf(double[] genome) => genome.Count(gene => gene > 0d);

    /// <summary>More is better, so both functions turned over.</summary>
    public static Appraisal Zdt1(double[] genome)
    {
        var g = 1d + 9d * genome.Skip(1).Sum() / (genome.Length - 1);
        return new Appraisal([-genome[0], -g * (1d - Math.Sqrt(genome[0] / g))]);
    }

    static double Round(double value) => Math.Round(value, 4);
}
