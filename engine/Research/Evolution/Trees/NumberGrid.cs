using System.Collections.Immutable;

namespace Workbench.Research.Evolution;

/// <summary>The numbers that a gene may be: few, so that what is found is a region and no accident.</summary>
/// <param name="Steps">The numbers, rising; empty for lengths.</param>
/// <param name="From">Shortest length, in bars.</param>
/// <param name="Until">Longest length, in bars.</param>
public sealed record NumberGrid(ImmutableArray<double> Steps, int From = 0, int Until = 0)
{
    /// <summary>The operator has no number.</summary>
    public static NumberGrid None { get; } = new([]);

    /// <summary>Numbers of the 1-2-5 series and their like.</summary>
    public static NumberGrid Of(params double[] steps) => new([.. steps]);

    /// <summary>Whole numbers of bars, short ones as likely as long ones by their logarithm.</summary>
    public static NumberGrid Lengths(int from, int until) => new([], from, until);

    /// <summary>Whether there is a number at all.</summary>
    public bool Exists => IsLength || Steps.Length > 0;

    /// <summary>Whether the numbers are lengths.</summary>
    public bool IsLength => Until > 0;

    /// <summary>Any of the numbers.</summary>
    public double Draw(SeededRandom stream) =>
        !Exists ? 0d : IsLength ? DrawLength(stream) : Steps[stream.Next(Steps.Length)];

    /// <summary>A number near another one and not equal to it, where there is one.</summary>
    public double Jitter(double number, SeededRandom stream) =>
        !Exists ? number : IsLength ? JitterLength(number, stream) : JitterStep(number, stream);

    double DrawLength(SeededRandom stream)
    {
        // Halving intervals instead of a logarithm: Math.Log may differ in its last digit from one machine to the next.
        var (low, high) = (From, Until);
        while (high > 2 * low && stream.Next(2) == 0)
        {
            high /= 2;
        }

        return stream.Next(low, high + 1);
    }

    double JitterLength(double number, SeededRandom stream)
    {
        var reach = Math.Max(1, (int)number / 4);
        var step = stream.Next(1, reach + 1) * (stream.Next(2) == 0 ? -1 : 1);
        return Math.Clamp((int)number + step, From, Until);
    }

    double JitterStep(double number, SeededRandom stream)
    {
        var at = 0;
        while (at < Steps.Length - 1 && Steps[at] < number)
        {
            at++;
        }

        return Steps[Math.Clamp(at + (stream.Next(2) == 0 ? -1 : 1), 0, Steps.Length - 1)];
    }
}
