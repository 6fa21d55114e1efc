using System.Diagnostics;
using System.Security.Cryptography;
using Workbench.Core;
using Workbench.Data.Generation;
using Workbench.Data.Instruments;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Evolution;
using Workbench.Scripting;
using Workbench.Support;

namespace Workbench.App.Tests.Search.Evolution;

/// <summary>The same genome twice: as it runs while searching, and as the script that a person keeps.</summary>
public sealed class GenomeScriptTests : IDisposable
{
    static readonly long From = UtcNanos.From(new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc));
    static readonly Instrument Instrument = InstrumentTable.BuiltIn.Find("EURUSD");
    static readonly GenomeRules Rules = new() { Timeframes = [Model.Bars.Minutes(5), Model.Bars.Minutes(15)], LongestLength = 60 };

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, false)]
    [InlineData(101, true)]
    public void A_genome_and_its_script_put_out_the_same_byte_for_byte(long seed, bool bred)
    {
        const int Count = 26;
        Genome[] genomes = [.. Enumerable.Range(0, Count).Select(at => Make(seed + at, bred))];
        var file = folder.File("evolved.csx");
        var headers = genomes.Select((_, at) => new ScriptHeader { Name = FormattableString.Invariant($"Evolved{at}") }).ToArray();

        // One file of many classes is compiled, and walked through the gate, once.
        File.WriteAllText(file, string.Join('\n', genomes.Zip(headers, ScriptText.Of)));
        var traded = 0;
        for (var at = 0; at < Count; at++)
        {
            using var script = new ScriptHost(folder.File("cache")).Load(file, headers[at].Name);
            Assert.Empty(script.Warnings);
            var (searched, kept) = (Run(GenomeStrategy.Create(genomes[at])), Run(script.Create()));
            Assert.True(searched.EventLogHash == kept.EventLogHash, $"seed {seed + at}: {searched.Fills} fills and {kept.Fills} of {genomes[at].Text}");
            traded += searched.Fills > 0 ? 1 : 0;
        }

        Assert.True(traded > Count / 3, $"only {traded} of {Count} traded");
    }

    [Fact]
    public void A_variant_is_ready_for_its_first_event_in_less_time_than_a_megabyte_is_hashed_ten_times()
    {
        Genome[] genomes = [.. Enumerable.Range(0, 200).Select(at => Make(at, bred: false))];
        var megabyte = new byte[1 << 20];
        var (prepare, hash) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 7; round++)
        {
            prepare = Math.Min(prepare, Took(() => Array.ForEach(genomes, genome => GenomeStrategy.Create(genome))) / genomes.Length);
            hash = Math.Min(hash, Took(() => SHA256.HashData(megabyte)));
        }

        Assert.True(prepare < 10d * hash, FormattableString.Invariant($"{prepare} ms for a variant, {hash} ms for a megabyte"));
    }

    [Fact]
    public void A_condition_that_never_decided_anything_is_dropped_and_one_that_did_stays()
    {
        const string Kept = "(genome (frame 5m) (filter london) (entry long-short (above (ema 10) (ema 50)) (above (ema 50) (ema 10))) (protect bracket 14 2 5) (exit time 20) (size risk 0.01))";
        var padded = Kept.Replace("(filter london)", "(filter (and london (above (shift high (pips 100)) (lowest 2))))", StringComparison.Ordinal);
        var runs = 0;
        var reduced = DeadConditions.Drop(Genome.Parse(padded), genome => Count(Run(GenomeStrategy.Create(genome)).EventLogHash), Rules);
        Assert.Equal(Kept, reduced.Text);
        Assert.InRange(runs, 3, 12);

        string Count(string hash)
        {
            runs++;
            return hash;
        }
    }

    static double Took(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static Genome Make(long seed, bool bred)
    {
        var dice = new SeededRandom(seed);
        var genome = GenomeFactory.Random(Rules, dice);
        for (var generation = 0; bred && generation < 12; generation++)
        {
            genome = generation % 2 == 0
                ? Variation.Crossover(genome, GenomeFactory.Random(Rules, dice), Rules, dice).Genome
                : Variation.Mutate(genome, Rules, dice).Genome;
        }

        return genome;
    }

    static RunResult Run(Strategy strategy)
    {
        var ticks = new TickGenerator(Instrument, TickProfile.Of(Instrument) with { TicksPerDay = 3_000 }, 5, From, 15_000);
        var config = new RunConfig { Currency = "USD", Range = new TimeRange(From, From + 6 * UtcNanos.Day) };
        return new Engine(config, strategy, [Tape.OfTicks(ticks)], new RunStatistics()).Run();
    }
}
