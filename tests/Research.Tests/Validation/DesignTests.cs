using Workbench.Research.Validation;

namespace Workbench.Research.Tests;

/// <summary>Designs are index sets, and can be held against their definitions row by row.</summary>
public sealed class DesignTests
{
    public static TheoryData<int, int, int, int> Combinations => new() { { 6, 2, 15, 5 }, { 10, 2, 45, 9 }, { 10, 8, 45, 36 }, { 5, 1, 5, 1 } };

    public static TheoryData<long> Seeds => [.. Enumerable.Range(1, 40).Select(seed => (long)seed)];

    [Theory, MemberData(nameof(Combinations))]
    public void Combinations_have_as_many_splits_and_paths_as_the_book_says(int groups, int tested, int splits, int paths)
    {
        var design = new Combinatorial(groups, tested, Border.None);
        var made = design.Over(Days(60));

        Assert.Equal((splits, (long)splits), (made.Count, design.SplitCount));
        Assert.Equal((paths, (long)paths), (design.Paths(made).Count, design.PathCount));
    }

    [Theory, MemberData(nameof(Combinations))]
    public void Each_row_is_tested_as_often_as_there_are_paths_and_each_path_has_each_group_once(int groups, int tested, int splits, int paths)
    {
        var design = new Combinatorial(groups, tested, Border.None);
        var made = design.Over(Days(61));

        Assert.Equal(splits, made.Count);
        Assert.All(Enumerable.Range(0, 61), row => Assert.Equal(paths, made.Count(split => split.Test.Contains(row))));
        Assert.All(design.Paths(made), path => Assert.All(path.Select((split, group) => (split, group)), piece => Assert.Contains(piece.group, made[piece.split].Groups)));
        Assert.Equal(splits * tested, design.Paths(made).SelectMany(path => path.Select((split, group) => (split, group))).Distinct().Count());
    }

    [Fact]
    public void A_fold_tests_each_row_once() =>
        Assert.Equal(Enumerable.Range(0, 47), new KFold(5, Border.None).Over(Days(47)).SelectMany(split => split.Test).Order());

    [Fact]
    public void A_rolling_window_keeps_its_length_and_an_anchored_one_grows()
    {
        var rolling = new WalkForward(20 * UtcNanos.Day, 5 * UtcNanos.Day, Anchored: false, Border.None).Over(Days(40));
        var anchored = new WalkForward(20 * UtcNanos.Day, 5 * UtcNanos.Day, Anchored: true, Border.None).Over(Days(40));

        Assert.Equal([20, 20, 20, 20], rolling.Select(split => split.Train.Count));
        Assert.Equal([20, 25, 30, 35], anchored.Select(split => split.Train.Count));
        Assert.Equal(Enumerable.Range(20, 20), rolling.SelectMany(split => split.Test));
        Assert.Equal(rolling.SelectMany(split => split.Test), anchored.SelectMany(split => split.Test));
    }

    [Fact]
    public void So_many_folds_are_so_many_folds() =>
        Assert.All(Enumerable.Range(2, 9), folds => Assert.Equal(folds, WalkForward.OfFolds(Days(120), folds, false, Border.None).Over(Days(120)).Count));

    [Fact]
    public void Equal_stamps_are_an_overlap()
    {
        // Day 9 ends at the very instant at which day 10, the first that is tested, begins.
        var split = new WalkForward(10 * UtcNanos.Day, 5 * UtcNanos.Day, false, new Border { Purge = 0 }).Over(Days(15))[0];

        Assert.Equal(Enumerable.Range(0, 9), split.Train);
    }

    [Fact]
    public void Both_sides_are_purged_and_one_is_embargoed()
    {
        var border = new Border { Purge = 2 * UtcNanos.Day, Embargo = 5 * UtcNanos.Day };
        var split = new KFold(3, border).Over(Days(30))[1];

        Assert.Equal(Enumerable.Range(10, 10), split.Test);
        Assert.Equal([.. Enumerable.Range(0, 7), .. Enumerable.Range(25, 5)], split.Train);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_row_that_is_learned_from_reaches_into_what_is_tested(long seed)
    {
        var dice = new SeededRandom(seed);
        var rows = Uneven(dice, dice.Next(60, 200));
        var border = new Border { Purge = dice.Next(0, 4) * UtcNanos.Hour, Embargo = dice.Next(0, 6) * UtcNanos.Hour };
        Design design = dice.Next(4) switch
        {
            0 => new WalkForward(rows.Length / 2, rows.Length / 12, false, border),
            1 => new WalkForward(rows.Length / 2, rows.Length / 12, true, border),
            2 => new KFold(dice.Next(2, 7), border),
            _ => new Combinatorial(dice.Next(4, 7), 2, border),
        };

        foreach (var split in design.Over(rows))
        {
            Assert.Empty(split.Train.Intersect(split.Test));
            Assert.All(split.Train, row => Assert.All(split.Test, tested => Assert.False(
                rows.Begins[row] <= rows.Ends[tested] + border.Purge && rows.Ends[row] + border.Purge >= rows.Begins[tested], $"seed {seed}, {split.Name}: row {row} reaches row {tested}")));
            Assert.All(split.Train, row => Assert.All(split.Test, tested => Assert.False(
                row > tested && rows.Begins[row] < rows.Ends[tested] + border.Embargo, $"seed {seed}, {split.Name}: row {row} is within the embargo of row {tested}")));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_walk_never_learns_from_what_comes_later(long seed)
    {
        var dice = new SeededRandom(seed);
        var rows = Uneven(dice, 120);
        var splits = new WalkForward(rows.Length / dice.Next(2, 5), rows.Length / dice.Next(10, 30), dice.Next(2) == 0, new Border { Purge = 0 }).Over(rows);

        Assert.All(splits, split => Assert.True(split.Train[^1] < split.Test[0], $"seed {seed}, {split.Name}"));
        Assert.All(splits.Zip(splits.Skip(1)), pair => Assert.True(pair.First.Test[^1] < pair.Second.Test[0], $"seed {seed}"));
    }

    [Fact]
    public void A_border_that_takes_everything_says_so() =>
        Assert.Equal("WB4152", Assert.Throws<WorkbenchException>(() => new KFold(3, new Border { Purge = 99 * UtcNanos.Day }).Over(Days(30))).Code);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 6)]
    [InlineData(6, 0)]
    [InlineData(40, 20)]
    public void Groups_that_are_no_cross_validation_are_refused(int groups, int tested) =>
        Assert.Equal("WB4151", Assert.Throws<WorkbenchException>(() => new Combinatorial(groups, tested, Border.None).Over(Days(200))).Code);

    [Fact]
    public void Too_few_periods_are_refused() =>
        Assert.Equal("WB4150", Assert.Throws<WorkbenchException>(() => new Combinatorial(10, 2, Border.None).Over(Days(19))).Code);

    static RowSpans Days(int count) => new([.. Enumerable.Range(0, count).Select(day => day * UtcNanos.Day)], [.. Enumerable.Range(1, count).Select(day => day * UtcNanos.Day)]);

    /// <summary>Rows of uneven length, some of them touching and some apart.</summary>
    static RowSpans Uneven(SeededRandom dice, int count)
    {
        var (begins, ends, time) = (new List<long>(), new List<long>(), 0L);
        for (var i = 0; i < count; i++)
        {
            begins.Add(time += dice.Next(3) * UtcNanos.Minute);
            ends.Add(time += dice.Next(20, 90) * UtcNanos.Minute);
        }

        return new RowSpans(begins, ends);
    }
}
