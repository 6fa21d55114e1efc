namespace Workbench.Research.Evolution;

/// <summary>Makes random genomes: ramped half-and-half by measure, a component of each choice.</summary>
public static class GenomeFactory
{
    /// <summary>A genome that keeps to the rules.</summary>
    /// <param name="rules">What may be made.</param>
    /// <param name="stream">The dice of this one decision.</param>
    /// <exception cref="WorkbenchException">WB4160, WB4161: the rules leave none.</exception>
    public static Genome Random(GenomeRules rules, SeededRandom stream)
    {
        const int Tries = 200;
        var components = new Components(rules, stream);
        var ramp = stream.Next(2, rules.MostLevels + 1);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // What became too large is tried anew with fewer levels.
            var genome = components.Genome(Math.Max(2, ramp - attempt / 10));
            if (rules.Allow(genome))
            {
                return genome;
            }
        }

        throw GenomeErrors.TooTight(rules.MostNodes, rules.MostLevels);
    }
}
