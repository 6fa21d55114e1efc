using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests;

/// <summary>A population over generations: that it finds a known front, and that nothing but its seed decides.</summary>
public sealed class PopulationTests
{
    static readonly EvolutionTerms Terms = new() { Seed = 3, Objectives = 2, Population = 80, Islands = 4, NicheRadius = 0 };

    [Fact]
    public void The_known_front_of_a_problem_is_found_along_its_whole_length()
    {
        var population = Lived(Terms, 60, Vectors.Zdt1);

        var front = population.Front;
        Assert.All(front, each => Assert.InRange(Above(each), 0d, 0.15));
        Assert.True(front.Count >= 30, $"{front.Count} on the front");
        Assert.True(front.Min(each => each.Genome[0]) < 0.05 && front.Max(each => each.Genome[0]) > 0.8, "the front has an end that nobody stands at");
    }

    [Fact]
    public void The_best_in_each_objective_is_never_lost()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var population = new Population<double[]>(new Vectors(6), Terms with { Seed = seed, Population = 24, Islands = 2 });
            var before = new[] { double.NegativeInfinity, double.NegativeInfinity };
            for (var generation = 0; generation < 15; generation++)
            {
                population.Tell([.. population.Ask().Select(each => Vectors.Zdt1(each.Genome))]);
                double[] now = [.. Enumerable.Range(0, 2).Select(objective => population.Members.Max(each => each.Appraisal!.Scores[objective].Value!.Value))];
                Assert.True(now[0] >= before[0] && now[1] >= before[1], $"seed {seed}: generation {generation} lost its best");
                before = now;
            }
        }
    }

    [Fact]
    public void The_same_seed_has_the_same_champions_and_another_one_others()
    {
        string Champions(long seed) => string.Join('\n', Lived(Terms with { Seed = seed }, 12, Vectors.Zdt1).Front.Select(each => $"{each.Key} {each.Birth.Operator}"));

        Assert.Equal(Champions(5), Champions(5));
        Assert.NotEqual(Champions(5), Champions(6));
    }

    [Fact]
    public void A_genome_is_tried_once()
    {
        var population = new Population<double[]>(new Vectors(1), Terms);
        var asked = new List<string>();
        for (var generation = 0; generation < 20; generation++)
        {
            var born = population.Ask();
            asked.AddRange(born.Select(each => each.Key));
            population.Tell([.. born.Select(each => new Appraisal([-each.Genome[0], each.Genome[0]]))]);
        }

        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.Equal(asked.Count, population.Tried);
    }

    [Fact]
    public void Behaviours_are_counted_once_however_many_genomes_have_them()
    {
        var population = Lived(Terms, 5, genome => Vectors.Zdt1(genome) with { Behaviour = genome[0] < 0.5 ? "low" : "high" });

        Assert.Equal(2, population.Behaviours);
        Assert.True(population.Tried > 100);
    }

    [Fact]
    public void A_niche_keeps_its_best_while_there_are_others()
    {
        var population = Lived(Terms with { NicheRadius = 0.05, Islands = 1 }, 10, genome =>
            new Appraisal([genome[0]]) { Behaviour = $"{genome[1]}", Returns = Wave((int)(genome[1] * 40)) }, objectives: 1);

        var first = population.Members.Take(5).ToList();
        Assert.All(first, one => Assert.DoesNotContain(first, other => other != one && Behaviour.Distance(one.Appraisal!.Returns, other.Appraisal!.Returns) < 0.05));
    }

    [Fact]
    public void Doubles_in_deed_and_score_do_not_fill_an_island()
    {
        var population = Lived(Terms, 8, _ => new Appraisal([1d, 1d]) { Behaviour = "the same" });

        Assert.True(population.Front.Count == 1, $"{population.Front.Count} of one behaviour");
    }

    [Fact]
    public void Who_failed_never_is_a_champion()
    {
        var population = Lived(Terms, 10, genome => genome[0] < 0.9 ? Appraisal.Failed(2, "it threw") : Vectors.Zdt1(genome));

        Assert.NotEmpty(population.Front);
        Assert.All(population.Front, each => Assert.True(each.Genome[0] >= 0.9));
        Assert.Empty(Lived(Terms, 3, _ => Appraisal.Failed(2, "it threw")).Front);
    }

    [Fact]
    public void Ancestors_of_the_living_are_remembered_back_to_those_without_parents()
    {
        var population = Lived(Terms, 25, Vectors.Zdt1);

        foreach (var each in population.Front)
        {
            var family = population.Lineage.Of(each.Key);
            var known = family.Select(one => one.Key).ToHashSet();
            Assert.All(family, one => Assert.All(one.Birth.Parents, parent => Assert.Contains(parent, known)));
            Assert.All(family, one => Assert.All(one.Birth.Parents, parent => Assert.True(population.Lineage.Find(parent)!.Birth.Generation < one.Birth.Generation)));
            Assert.Contains(family, one => one.Birth.Parents.Count == 0);
        }
    }

    [Fact]
    public void The_archive_keeps_the_best_of_each_kind()
    {
        var all = new List<Appraisal>();
        var population = Lived(Terms, 10, genome =>
        {
            var appraisal = Vectors.Zdt1(genome) with { Traits = [genome[0] < 0.5 ? 1d : 100d] };
            all.Add(appraisal);
            return appraisal;
        });

        Assert.Equal(2, population.Kinds.Count);
        Assert.Equal(
            all.GroupBy(each => each.Traits[0]).Select(kind => kind.Max(each => each.Scores[0].Value)).Order(),
            population.Kinds.All.Select(each => each.Appraisal!.Scores[0].Value).Order());
    }

    [Theory]
    [InlineData(5, 200, 4, "WB4170")]
    [InlineData(0, 200, 4, "WB4170")]
    [InlineData(2, 15, 4, "WB4171")]
    [InlineData(2, 100, 0, "WB4171")]
    public void Terms_that_cannot_be_are_refused(int objectives, int population, int islands, string code) => Assert.Equal(code, Assert.Throws<WorkbenchException>(
        () => new Population<double[]>(new Vectors(2), Terms with { Objectives = objectives, Population = population, Islands = islands })).Code);

    static Population<double[]> Lived(EvolutionTerms terms, int generations, Func<double[], Appraisal> appraise, int objectives = 2)
    {
        var population = new Population<double[]>(new Vectors(6), terms with { Objectives = objectives });
        for (var generation = 0; generation < generations; generation++)
        {
            population.Tell([.. population.Ask().Select(each => appraise(each.Genome))]);
        }

        return population;
    }

    /// <summary>How far above the true front.</summary>
    static double Above(Individual<double[]> each) => -each.Appraisal!.Scores[1].Value!.Value - (1d - Math.Sqrt(-each.Appraisal.Scores[0].Value!.Value));

    static double[] Wave(int number) => [.. Enumerable.Range(0, 60).Select(at => Math.Sin(at * (number + 1) * 0.37))];
}
