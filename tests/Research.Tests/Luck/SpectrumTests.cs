using MathNet.Numerics.LinearAlgebra;
using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>Eigenvalues, against MathNet and against what they must add up to.</summary>
public sealed class SpectrumTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(17), InlineData(60)]
    public void Eigenvalues_are_those_that_MathNet_finds(int size)
    {
        var columns = NoiseField.Columns(size, size, 80, 0.4);
        var directions = Spectrum.Directions(columns);
        var expected = Matrix<double>.Build.Dense(size, size, (i, j) => Lanes.Dot(directions[i], directions[j])).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real);

        Assert.All(expected.Order().Zip(Spectrum.Of(directions).Order()), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void More_variants_than_periods_give_the_same_figures_by_the_shorter_way()
    {
        var directions = Spectrum.Directions(NoiseField.Columns(4, 90, 40, 0.2));
        var values = Spectrum.Of(directions);
        var squares = directions.Sum(one => directions.Sum(other => Math.Pow(Lanes.Dot(one, other), 2)));

        Assert.Equal(40, values.Length);
        Assert.Equal(90d, values.Sum(), 1e-9);
        Assert.Equal(90d * 90d / squares, TrialBand.Participation(values), 1e-9);
    }

    [Fact]
    public void Equal_and_opposite_columns_have_one_direction()
    {
        var column = NoiseField.Columns(4, 1, 40)[0];
        var values = Spectrum.Of(Spectrum.Directions([column, [.. column], Array.ConvertAll(column, value => -value)]));

        Assert.Equal(3d, values.Max(), 1e-12);
        Assert.Equal(1d, TrialBand.EffectiveRank(values), 1e-9);
    }
}
