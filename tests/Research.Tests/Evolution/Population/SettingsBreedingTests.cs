using Workbench.Model;
using Workbench.Research.Evolution;
using Workbench.Research.Search;

namespace Workbench.Research.Tests;

/// <summary>Settings of a script as genes.</summary>
public sealed class SettingsBreedingTests
{
    static readonly SettingGene[] Genes =
    [
        new("fast", [.. Enumerable.Range(1, 20).Select(i => $"{i}")], true), new("slow", [.. Enumerable.Range(1, 20).Select(i => $"{i * 5}")], true), new("mode", ["a", "b", "c"], false), new("qty", ["10"], true),
    ];

    [Fact]
    public void Every_child_is_a_point_of_the_space_that_meets_the_constraints()
    {
        var breeding = new SettingsBreeding(Genes, FastBelowSlow);
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new SeededRandom(seed);
            var (mother, father) = (breeding.Random(0, dice), breeding.Random(1, dice));
            foreach (var point in (Point[])[mother, father, breeding.Cross(mother, father, dice), breeding.Mutate(mother, dice).Child])
            {
                Assert.True(FastBelowSlow(point), $"seed {seed}: {point}");
                Assert.All(point.Settings.Zip(Genes), each => Assert.Contains(each.First[(each.Second.Name.Length + 1)..], each.Second.Values));
            }
        }
    }

    [Fact]
    public void A_mutation_changes_one_setting_and_never_one_with_a_single_value()
    {
        var breeding = new SettingsBreeding(Genes, _ => true);
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new SeededRandom(seed);
            var parent = breeding.Random(0, dice);
            var (child, what) = breeding.Mutate(parent, dice);
            var changed = parent.Settings.Zip(child.Settings).Where(both => both.First != both.Second).ToList();
            Assert.True(changed.Count == 1 && what.StartsWith(changed[0].First.Split('=')[0], StringComparison.Ordinal) && !changed[0].First.StartsWith("qty", StringComparison.Ordinal), $"seed {seed}: {parent} → {child} by {what}");
        }
    }

    [Fact]
    public void Nothing_to_vary_and_nothing_allowed_are_refused()
    {
        Assert.Equal("WB4172", Assert.Throws<WorkbenchException>(() => new SettingsBreeding([new("qty", ["10"], true)], _ => true)).Code);
        Assert.Equal("WB4173", Assert.Throws<WorkbenchException>(() => new SettingsBreeding(Genes, _ => false).Random(0, new SeededRandom(1))).Code);
    }

    static int Number(string setting) => int.Parse(setting.Split('=')[1], System.Globalization.CultureInfo.InvariantCulture);

    static bool FastBelowSlow(Point point) => Number(point.Settings[0]) < Number(point.Settings[1]);
}
