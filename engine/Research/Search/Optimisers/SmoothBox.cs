namespace Workbench.Research.Search;

/// <summary>
/// Folds all numbers into 0 to 1, so that an optimiser needs to know of no wall: as they are inside, a parabola near the ends, mirrored
/// beyond. Cutting them off would pile candidates up on the walls, and a sharp mirror would break the landscape there.
/// </summary>
static class SmoothBox
{
    /// <summary>Width of the bend at each end.</summary>
    const double Bend = 0.05;

    public static double Into(double x)
    {
        // The parabola's top lies a bend beyond the end, and from there all is mirrored.
        const double Low = -Bend, Length = 1d + 2d * Bend;
        var within = (x - Low) % (2d * Length);
        within = within < 0d ? within + 2d * Length : within;
        within = Low + (within > Length ? 2d * Length - within : within);
        return within < Bend ? (within + Bend) * (within + Bend) / (4d * Bend)
            : within > 1d - Bend ? 1d - (1d + Bend - within) * (1d + Bend - within) / (4d * Bend)
            : within;
    }
}
