using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>White and Hansen on a stream of resamples that anyone can draw again.</summary>
public sealed class BootstrapTests
{
    public static TheoryData<string> Sets => LuckSet.Names;

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void The_stream_begins_as_defined(string name)
    {
        var set = LuckSet.Load(name);
        var indices = new int[set.Matrix.Rows];
        Stream(set).Draw(indices);

        Assert.Equal(set.Find("bootstrap_exact", "first_ten_indices_of_replicate_0").EnumerateArray().Select(item => item.GetInt32()), indices.Take(10));
    }

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void Every_resample_counts_as_in_the_file(string name)
    {
        var set = LuckSet.Load(name);
        var tests = Run(set, Stream(set), (int)set["bootstrap_exact", "replicates"]);

        set.Agrees(tests.WhiteStatistic, "bootstrap_exact", "V");
        set.Agrees(tests.Statistic, "bootstrap_exact", "T_spa");
        Assert.Equal((int)set["bootstrap_exact", "dropped"], tests.Dropped);
        Assert.Equal((int)set["bootstrap_exact", "white_ge"], tests.White);
        Assert.Equal((int)set["bootstrap_exact", "spa_l_ge"], tests.Lower);
        Assert.Equal((int)set["bootstrap_exact", "spa_c_ge"], tests.Consistent);
        Assert.Equal((int)set["bootstrap_exact", "spa_u_ge"], tests.Upper);
        set.Agrees(tests.P(tests.White), "bootstrap_exact", "white_p");
        set.Agrees(tests.P(tests.Consistent), "bootstrap_exact", "spa_consistent_p");
        set.Agrees(tests.P(tests.Lower), "bootstrap_exact", "spa_lower_p");
        set.Agrees(tests.P(tests.Upper), "bootstrap_exact", "spa_upper_p");
    }

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void Another_stream_agrees_within_the_error_of_chance(string name)
    {
        const int Replicates = 10_000;
        var set = LuckSet.Load(name);
        var tests = Run(set, new StationaryBootstrap(777, set.Matrix.Rows, Jump(set)), Replicates);

        foreach (var (key, count) in new[] { ("white", tests.White), ("spa_l", tests.Lower), ("spa_c", tests.Consistent), ("spa_u", tests.Upper) })
        {
            var (expected, error) = (set["bootstrap_large", key + "_p"], set["bootstrap_large", "standard_error", key + "_se"]);
            var mine = Math.Sqrt(expected * (1 - expected) / Replicates);
            Assert.True(Math.Abs((double)count / Replicates - expected) <= 4 * Math.Sqrt(error * error + mine * mine), $"{key}: {count} of {Replicates}, expected {expected}");
        }
    }

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void The_errors_of_the_means_are_those_of_the_file(string name)
    {
        var set = LuckSet.Load(name);
        var race = Race.Of(set.Sieve.Columns, 1 / Jump(set));

        set.Agrees(race.Errors[0], "omega_first_column");
        set.Agrees(race.Errors[set.Sieve.Best], "omega_best_column");
    }

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void Block_lengths_are_those_of_the_file(string name)
    {
        var set = LuckSet.Load(name);
        foreach (var column in set.Find("block_length_stationary").EnumerateObject().Select(item => item.Name))
        {
            var series = set.Matrix.Columns[int.Parse(column["column_".Length..], System.Globalization.CultureInfo.InvariantCulture)];
            set.Agrees(BlockLength.Stationary(series), "block_length_stationary", column);
            set.Agrees(BlockLength.Circular(series), "block_length_circular", column);
        }
    }

    [Fact]
    public void Counting_rows_is_drawing_them()
    {
        var (rows, counts, expected) = (new int[97], new double[97], new double[97]);
        var (one, other) = (new StationaryBootstrap(42, 97, 0.2), new StationaryBootstrap(42, 97, 0.2));
        for (var i = 0; i < 50; i++)
        {
            one.Draw(rows);
            other.Count(counts);
            Array.Clear(expected);
            Array.ForEach(rows, row => expected[row]++);
            Assert.Equal(expected, counts);
        }
    }

    [Theory, InlineData(1), InlineData(7), InlineData(8), InlineData(17)]
    public void The_means_of_resamples_are_those_of_the_rows_drawn(int variants)
    {
        var columns = NoiseField.Columns(variants, variants, 61);
        var race = Race.Of(columns, 3d);
        List<double[]> taken = [];
        new Resampling(race).Each(new StationaryBootstrap(9, 61, 1 / 3d), 6, means => taken.Add(means.ToArray()));
        var (again, rows) = (new StationaryBootstrap(9, 61, 1 / 3d), new int[61]);

        Assert.Equal(6, taken.Count);
        foreach (var means in taken)
        {
            again.Draw(rows);
            Assert.All(columns.Select((column, k) => (rows.Average(row => column[row]) - column.Average(), means[k])), pair => Assert.Equal(pair.Item1, pair.Item2, 1e-12));
        }
    }

    [SharedDataFact]
    public void The_stepwise_list_holds_the_planted_variant_alone()
    {
        var set = LuckSet.Load("edge-512x60");
        var odds = Run(set, Stream(set), 2_000).Stepwise();

        Assert.True(odds[17] <= 0.05);
        Assert.Equal(1, odds.Count(p => p <= 0.05));
    }

    [Fact]
    public void The_stepwise_list_is_that_of_testing_again_without_those_found()
    {
        var columns = NoiseField.Columns(21, 30, 300);
        foreach (var (k, edge) in new[] { (3, 0.004), (11, 0.003), (20, 0.0022) })
        {
            columns[k] = Array.ConvertAll(columns[k], value => value + edge);
        }

        var odds = Steps(columns);
        List<int> left = [.. Enumerable.Range(0, 30)];
        while (Steps([.. left.Select(k => columns[k])]) is var round && round.Min() <= 0.05)
        {
            left = [.. left.Where((_, at) => round[at] > 0.05)];
        }

        Assert.True(left.Count < 30);
        Assert.Equal(Enumerable.Range(0, 30).Except(left), Enumerable.Range(0, 30).Where(k => odds[k] <= 0.05));
    }

    static double[] Steps(IReadOnlyList<double[]> columns)
    {
        var race = Race.Of(columns, 1d);
        var tests = new MaxTests(race);
        new Resampling(race).Each(new StationaryBootstrap(4, race.Rows, 1d), 999, tests.Take);
        return tests.Stepwise();
    }

    static double Jump(LuckSet set) => set["bootstrap_exact", "q"];

    static StationaryBootstrap Stream(LuckSet set) => new((long)set["bootstrap_exact", "splitmix64_seed"], set.Matrix.Rows, Jump(set));

    static MaxTests Run(LuckSet set, StationaryBootstrap bootstrap, int replicates)
    {
        var race = Race.Of(set.Sieve.Columns, 1 / Jump(set));
        var tests = new MaxTests(race);
        new Resampling(race).Each(bootstrap, replicates, tests.Take);
        return tests;
    }
}
