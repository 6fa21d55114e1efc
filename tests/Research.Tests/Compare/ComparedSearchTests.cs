using System.Text.Json;
using Workbench.Research.Compare;
using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class ComparedSearchTests
{
    static readonly CompareDocument Document = CompareDocument.Of(SyntheticSearch.Make(seed: 5, variants: 300));

    [Fact]
    public void The_best_are_compared_and_all_are_counted()
    {
        Assert.Equal(10, Document.Contenders.Count);
        Assert.Equal(335, Document.Odds.Trials);
        Assert.All(Document.Odds.Figures, figure => Assert.True(figure.Trials > 0 && figure.Periods > 0, $"{figure.Key} has no N or no period"));
    }

    [Fact]
    public void Every_variant_is_in_every_map_and_at_most_five_hundred_are_lines()
    {
        var large = SpaceView.Of(SyntheticSearch.Make(seed: 6, variants: 3_000, days: 60));

        Assert.All(Document.Space!.Maps, map => Assert.Equal(300, map.Counts.Sum(row => row.Sum())));
        Assert.Equal(SpaceView.MostLines, large.Lines.Count);
        Assert.Equal(Enumerable.Range(1, 100), large.Lines.Take(100).Select(line => line.Rank));
        Assert.Equal(large.Lines.Count, large.Lines.Select(line => line.Rank).Distinct().Count());
    }

    [Fact]
    public void A_peak_that_stands_alone_loses_its_plateau()
    {
        RankedVariant At(int x, int y, double score) => new(new VariantResult { Key = $"x={x} y={y}", Settings = [$"x={x}", $"y={y}"], State = VariantState.Finished }, score);
        var search = SyntheticSearch.Make(seed: 1, variants: 2) with
        {
            Axes = ["x=1..5:1", "y=1..5:1"],
            Variants = [.. from x in Enumerable.Range(1, 5) from y in Enumerable.Range(1, 5) select At(x, y, (x, y) == (1, 5) ? 9d : x >= 3 && y <= 3 ? 2d : 0d)],
        };

        var map = Assert.Single(SpaceView.Of(search).Maps);

        Assert.Equal(9d, map.Best[4][0]);
        Assert.Equal(0d, map.Plateau[4][0]);
        Assert.Equal(2d, map.Plateau[0][4]);
    }

    [Fact]
    public void Many_values_become_bins_by_ratio_where_they_span_powers_of_ten()
    {
        var axis = AxisView.Of("length", [.. Enumerable.Range(0, 200).Select(at => FormattableString.Invariant($"{Math.Pow(10, at / 50d):0.###}")), null]);

        Assert.Equal(20, axis.Labels.Count);
        Assert.Equal((0, 19, -1), (axis.Places[0], axis.Places[199], axis.Places[200]));
        Assert.InRange(axis.Places[100], 9, 10);
    }

    [Fact]
    public void Reasons_that_differ_in_numbers_alone_are_one()
    {
        Assert.Equal(3, Document.Failures.Count);
        Assert.Equal(13, Document.Failures.Sum(failure => failure.Count));
        Assert.Equal(["failed", "stopped", "unranked"], Document.Failures.Select(failure => failure.State).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_spread_counts_each_trial_that_has_a_ratio()
    {
        Assert.Equal(287, Document.Spread!.Counts.Sum());
        Assert.Equal(Math.Sqrt(252d / 504d), Document.Spread.NullDeviation, 12);
        Assert.Equal(Document.Contenders[0].Objective.Value!.Value, Document.Spread.Best, 9);
    }

    [Fact]
    public void The_band_of_the_best_of_noise_lies_around_the_expected_best()
    {
        var noise = Document.Noise!;

        Assert.Equal(335, noise.Trials);
        Assert.True(noise.Low < noise.Expected && noise.Expected < noise.High);
    }

    [Fact]
    public void Undefined_is_null_with_a_reason_all_through_the_document()
    {
        using var json = JsonDocument.Parse(CompareJson.Bytes(Document));
        var figures = 0;
        Look(json.RootElement, "");

        Assert.True(figures > 200, $"{figures} figures");

        void Look(JsonElement element, string path)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Look(item, path + "[]");
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("value", out var value))
                {
                    figures++;
                    Assert.True(value.ValueKind != JsonValueKind.Null || element.TryGetProperty("reason", out var reason) && reason.GetString()!.Length > 0, $"{path} has neither value nor reason");
                }

                foreach (var property in element.EnumerateObject())
                {
                    Look(property.Value, path + "." + property.Name);
                }
            }
        }
    }
}
