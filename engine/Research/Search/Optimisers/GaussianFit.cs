namespace Workbench.Research.Search;

/// <summary>Finds the terms under which a Gaussian process holds what was seen for most likely: along one logarithm at a time, in ever shorter steps.</summary>
static class GaussianFit
{
    const double FirstStep = 1d;
    const double LastStep = 0.1;

    /// <summary>A fit costs as much as its points cubed, and late ones change little.</summary>
    const double MostWork = 2e8;

    /// <summary>The process with the best terms found, looking from where the last fit ended. Null where no terms have a root.</summary>
    public static GaussianProcess? Of(ref GaussianTerms terms, IReadOnlyList<double[]> places, IReadOnlyList<double> values)
    {
        var looks = (int)Math.Clamp(MostWork / Math.Pow(Math.Max(1, places.Count), 3), 10, 150);
        var (best, top) = Look(terms, places, values);
        for (var step = FirstStep; step > LastStep && looks > 0; step /= 2d)
        {
            for (var i = 0; i < terms.Logs.Length; i++)
            {
                foreach (var by in (double[])[step, -step])
                {
                    var moved = terms.Moved(i, by);
                    var (other, score) = Look(moved, places, values);
                    looks--;
                    if (score > top)
                    {
                        (terms, best, top) = (moved, other, score);
                        break;
                    }
                }
            }
        }

        return best;
    }

    static (GaussianProcess? Process, double Score) Look(GaussianTerms terms, IReadOnlyList<double[]> places, IReadOnlyList<double> values)
    {
        var process = GaussianProcess.Of(terms, places, values);
        return (process, process is null ? double.NegativeInfinity : process.Likelihood + terms.Belief);
    }
}
