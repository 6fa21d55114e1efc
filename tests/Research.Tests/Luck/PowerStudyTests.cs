using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>The tests tested, in small. The full study is <c>odds --study noise</c>.</summary>
public sealed class PowerStudyTests
{
    static readonly StudyTerms Small = new() { Studies = 60, Variants = 100, Periods = 250, Replicates = 199, Seed = 2_026 };

    [Fact]
    public void Noise_is_rarely_called_an_edge()
    {
        var counts = Run(Small);

        // With a rate of 5 % more than 9 of 60 come once in 1,000 times; by chance alone a test that always fires gives 60.
        Assert.All(counts, count => Assert.InRange(count.Fired, 0, 9));
        Assert.Equal(["spa", "white", "sidak", "dsr"], counts.Select(count => count.Key));
    }

    [Fact]
    public void A_large_edge_is_found_and_named_and_more_often_than_by_the_deflated_ratio()
    {
        var counts = Run(Small with { Edges = [3.5] }).ToDictionary(count => count.Key, count => count.Fired);

        Assert.True(counts["spa"] >= 20, $"{counts["spa"]} of 60");
        Assert.True(counts["stepwise"] >= 20, $"{counts["stepwise"]} of 60");
        Assert.True(counts["dsr"] < counts["sidak"]);
    }

    [Fact]
    public void The_counts_do_not_depend_on_the_number_of_threads()
    {
        var terms = Small with { Studies = 12, Edges = [2, 4] };
        Assert.Equal(Run(terms), Run(terms with { Cores = 2 }));
    }

    [Fact]
    public void A_shifted_race_is_the_race_of_the_shifted_column()
    {
        var columns = NoiseField.Columns(7, 9, 120);
        var shifted = Race.Of(columns, 2d).Shifted(0, 0.3);
        columns[0] = Array.ConvertAll(columns[0], value => value + 0.3);
        var fresh = Race.Of(columns, 2d);

        Assert.Equal(fresh.Means[0], shifted.Means[0], 1e-12);
        Assert.All(fresh.Errors.Zip(shifted.Errors), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Theory, InlineData(0, 200, 0, 0.0182753404), InlineData(10, 200, 0.0242341655, 0.0900275377), InlineData(200, 200, 0.9817246596, 1)]
    public void The_interval_of_a_share_is_exact(int fired, int of, double low, double high)
    {
        var count = new StudyCount(0, "spa", "SPA", fired, of);
        Assert.Equal(low, count.Low, 1e-7);
        Assert.Equal(high, count.High, 1e-7);
    }

    [Fact]
    public void Noise_is_as_alike_as_asked()
    {
        var directions = Spectrum.Directions(NoiseField.Columns(5, 200, 2_000, 0.5));
        Assert.InRange(Spectrum.MeanCorrelation(directions), 0.45, 0.55);
    }

    static IReadOnlyList<StudyCount> Run(StudyTerms terms) => PowerStudy.Run(terms, null, default);
}
