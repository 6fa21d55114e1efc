using Workbench.Data.Lake;
using Workbench.Data.Quality;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Quality;

/// <summary>Verdicts in the manifest: of these numbers and no others.</summary>
public sealed class KeptVerdictTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ParquetLake lake;

    public KeptVerdictTests() => lake = Ticks.Lake(folder);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_tape_is_checked_while_it_is_written()
    {
        Ticks.Write(lake, Crossed(Ticks.Walk(1, "2024-03-04", 5_000, longest: 20_000)));
        var known = Known();
        Assert.Equal(DataQuality.Refused, known.Quality);
        Assert.Contains("have bid above ask", known.QualityNote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_without_verdicts_is_read_as_unchecked_and_a_check_says_more()
    {
        Ticks.Write(lake, Ticks.Walk(1, "2024-03-04", 5_000, longest: 20_000));
        var of = Path.Combine(folder.Path, "XAUUSD", "ticks");
        var manifest = ManifestStore.Load(of)!;
        ManifestStore.Save(of, manifest with { Files = [.. manifest.Files.Select(file => file with { Quality = null })] });
        Assert.DoesNotContain("quality", File.ReadAllText(Path.Combine(of, "manifest.json")), StringComparison.Ordinal);
        Assert.Equal(DataQuality.Unchecked, Known().Quality);
        Check();
        Assert.NotEqual(DataQuality.Unchecked, Known().Quality);
    }

    [Fact]
    public void Numbers_that_have_changed_are_unchecked_again()
    {
        Ticks.Write(lake, Ticks.Walk(1, "2024-03-04", 5_000, longest: 20_000));
        var of = Path.Combine(folder.Path, "XAUUSD", "ticks");
        var manifest = ManifestStore.Load(of)!;
        ManifestStore.Save(of, manifest with { Files = [.. manifest.Files.Select(file => file with { Quality = file.Quality! with { Content = new string('0', 64) } })] });
        Assert.Equal(DataQuality.Unchecked, Known().Quality);
    }

    [Fact]
    public void Check_and_writing_say_the_same()
    {
        Ticks.Write(lake, Crossed(Ticks.Walk(5, "2024-03-04", 20_000, longest: 20_000)));
        var written = Stored();
        Check();
        Assert.Equal(written, Stored());
    }

    [Fact]
    public void What_a_comparison_found_is_kept_over_a_check_without_one_and_gone_with_the_numbers()
    {
        Ticks.Write(lake, Ticks.Walk(1, "2024-03-04", 5_000, longest: 20_000));
        new StoreCheck(lake, Ticks.Gold, DataKind.Ticks, default).KeepComparison(TimeRange.All, "other", [new Finding(new DateOnly(2024, 3, 4), Defect.Shift, Verdict.Refused, "5 h behind other")]);
        Assert.Equal(DataQuality.Refused, Known().Quality);
        Check();
        Assert.Contains("5 h behind other", Known().QualityNote, StringComparison.Ordinal);
        Ticks.Write(lake, Ticks.Walk(2, "2024-03-04", 5_000, longest: 20_000));
        Assert.NotEqual(DataQuality.Refused, Known().Quality);
    }

    [Fact]
    public void A_month_in_another_scale_is_seen_while_it_is_written_behind_a_good_one()
    {
        Ticks.Write(lake, Ticks.Walk(1, "2024-03-04", 5_000, longest: 20_000));
        Ticks.Write(lake, [.. Ticks.Walk(1, "2024-04-01", 5_000, longest: 20_000).Select(row => row with { Bid = row.Bid / 100, Ask = row.Ask / 100 })]);
        Assert.NotEqual(DataQuality.Refused, Known(new TimeRange(long.MinValue, Ticks.At("2024-04-01"))).Quality);
        Assert.Equal(DataQuality.Refused, Known(new TimeRange(Ticks.At("2024-04-01"), long.MaxValue)).Quality);
    }

    static List<TickRow> Crossed(List<TickRow> rows) => [.. rows.Select((row, at) => at % 20 == 0 ? row with { Bid = row.Ask + 3 } : row)];

    DataIdentity Known(TimeRange? range = null) => lake.Describe(Ticks.Gold, DataKind.Ticks, default, range ?? TimeRange.All);

    string Stored() => File.ReadAllText(Path.Combine(folder.Path, "XAUUSD", "ticks", "manifest.json"));

    void Check() => new StoreCheck(lake, Ticks.Gold, DataKind.Ticks, default).Run(TimeRange.All, _ => { }, refusal => throw refusal);
}
