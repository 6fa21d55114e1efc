using Workbench.Model;
using Workbench.Research.Evolution;
using Workbench.Research.Search;

namespace Workbench.Research.Tests;

/// <summary>Settings of a script as genes.</summary>
public sealed class SettingsBreedingTests
{
    static readonly string[] Axes = ["fast=1..20", "slow=5..100:5", "stop=0.5..4.0", "mode=a,b,c", "qty=10"];

    [Fact]
    public void Every_child_is_a_point_of_the_space_that_meets_the_constraints()
    {
        var space = Space(["fast<slow", "stop*10<slow"]);
        var breeding = new SettingsBreeding(space);
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new SeededRandom(seed);
            var (mother, father) = (breeding.Random(0, dice), breeding.Random(1, dice));
            foreach (var point in (Point[])[mother, father, breeding.Cross(mother, father, dice).Child, breeding.Mutate(mother, dice).Child])
            {
                Assert.True(space.Find(point) is { } values && space.Allows(values), $"seed {seed}: {point}");
            }
        }
    }

    [Fact]
    public void A_mutation_changes_one_setting_and_never_one_with_a_single_value()
    {
        var breeding = new SettingsBreeding(Space([]));
        for (var seed = 1; seed <= 300; seed++)
        {
            var dice = new SeededRandom(seed);
            var parent = breeding.Random(0, dice);
            var (child, what) = breeding.Mutate(parent, dice);
            var changed = parent.Settings.Zip(child.Settings).Where(both => both.First != both.Second).Select(both => both.First.Split('=')[0]).ToList();
            Assert.True(changed.Count == 1 && what.Split(' ')[0] == changed[0] && changed[0] != "qty", $"seed {seed}: {parent} → {child} by {what}");
        }
    }

    [Fact]
    public void Nothing_to_vary_and_nothing_allowed_are_refused()
    {
        Assert.Equal("WB4172", Assert.Throws<WorkbenchException>(() => new SettingsBreeding(new SearchSpace([Axis.Parse("qty=10")]))).Code);
        Assert.Equal("WB4173", Assert.Throws<WorkbenchException>(() => new SettingsBreeding(Space(["fast>30"])).Random(0, new SeededRandom(1))).Code);
    }

    static SearchSpace Space(string[] constraints) => new([.. Axes.Select(axis => Axis.Parse(axis))], constraints);
}
