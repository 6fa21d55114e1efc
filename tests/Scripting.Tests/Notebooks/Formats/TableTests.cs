using Workbench.Scripting.Notebooks;
using static Workbench.Scripting.Tests.Notebooks.Formats.Samples;

namespace Workbench.Scripting.Tests.Notebooks.Formats;

/// <summary>What is shown of what has parts.</summary>
public sealed class TableTests
{
    [Fact]
    public void A_sequence_of_records_is_a_table_of_its_first_and_last_rows()
    {
        var lines = Plain(Fills(10_000)).Split('\n');

        Assert.Equal("Time Symbol Side Price Score Lots", string.Join(' ', Words(lines[0])));
        Assert.StartsWith("    0  2024-03-01 08:00:00Z", lines[1], StringComparison.Ordinal);
        Assert.Equal("… 9,975 more …", lines[21]);
        Assert.StartsWith("9,999  2024-03-05", lines[26], StringComparison.Ordinal);
        Assert.Equal("10,000 rows", lines[27]);
        Assert.Equal(28, lines.Length);
    }

    [Fact]
    public void Numbers_stand_at_the_right_with_their_points_below_each_other()
    {
        var lines = Plain(new[] { new { Price = 1.5m, Many = 3 }, new { Price = 12_345.25m, Many = 12_000 } }).Split('\n');

        Assert.Equal("       Price    Many", lines[0]);
        Assert.Equal("0       1.50       3", lines[1]);
        Assert.Equal("1  12,345.25  12,000", lines[2]);
    }

    [Fact]
    public void Html_has_the_same_rows_with_numbers_marked()
    {
        var html = Html(new[] { new Point(1, 0.5), new Point(22, double.NaN) });

        Assert.Contains("<thead><tr><th class=\"n\"></th><th class=\"n\">X</th><th class=\"n\">Y</th></tr></thead>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th class=\"n\">1</th><td class=\"n\">22</td><td class=\"n\">NaN</td></tr>", html, StringComparison.Ordinal);
        Assert.EndsWith("<div class=\"note\">2 rows</div></div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_value_is_never_taken_for_html()
    {
        const string evil = "<img src=x onerror=alert(1)>&\"";

        Assert.DoesNotContain("<img", Html(new[] { evil }), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Html(new { Text = evil }), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Html(new Dictionary<string, int> { [evil] = 1 }), StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;&amp;\"", Html(new[] { evil }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_sequence_is_read_to_a_bound_and_says_so()
    {
        var counter = new Counter();

        var text = Plain(counter.Endless());

        Assert.Contains("more than ", text.Split('\n')[^1], StringComparison.Ordinal);
        Assert.InRange(counter.Read, 25, 100_001);
    }

    [Fact]
    public void A_sequence_that_breaks_shows_what_came_before_and_the_error_in_place()
    {
        var lines = Plain(BreaksAfter(3)).Split('\n');

        Assert.Equal(["0  0", "1  1", "2  2", "FormatException: line 4 is no number", "broke after 3 items"], lines);
    }

    [Fact]
    public void A_getter_that_throws_shows_the_error_in_place()
    {
        Assert.Equal("Fine  7\nBad   InvalidOperationException: no <answer> here\nSamples.Broken", Plain(new Broken()));
        Assert.Contains("<td class=\"e\">InvalidOperationException", Html(new[] { new Broken() }), StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_is_not_worth_a_gap()
    {
        Assert.DoesNotContain("more …", Plain(Enumerable.Range(0, 26).ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain("more …", Plain(Enumerable.Range(0, 26).Where(_ => true)), StringComparison.Ordinal);
        Assert.Contains("… 2 more …", Plain(Enumerable.Range(0, 27).Where(_ => true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_knows_its_count_says_it() =>
        Assert.EndsWith("30 items", Plain(Enumerable.Range(0, 30).ToHashSet()), StringComparison.Ordinal);

    [Fact]
    public void A_dictionary_is_a_table_of_its_keys()
    {
        Assert.Equal("key      value\nEURUSD    1.08\nXAUUSD  2050.5\n2 entries", Plain(new Dictionary<string, decimal> { ["EURUSD"] = 1.08m, ["XAUUSD"] = 2050.5m }));
        Assert.StartsWith("key  X  Y", Plain(new SortedDictionary<string, Point> { ["a"] = new(1, 2) }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_is_a_table_of_its_properties_and_fields()
    {
        Assert.Equal("Name   home\nWhere  X  1.5\n       Y  2\n       Samples.Point\nSamples.Place", Plain(new Place { Name = "home", Where = new(1.5, 2) }));
        Assert.Equal("Item1  1\nItem2  two", Plain((1, "two")));
        Assert.Equal("A  1\nB  0  1\n   1  2\n   2 items", Plain(new { A = 1, B = Enumerable.Range(1, 2).Select(x => x) }));
    }

    [Fact]
    public void A_list_of_lists_is_a_line_for_each() =>
        Assert.Equal("0  [1, 2]\n1  [1, 2, 3, 4, …] (9)\n2 items", Plain(new[] { [1, 2], Enumerable.Range(1, 9).ToArray() }));

    [Fact]
    public void A_null_among_rows_is_quiet() =>
        Assert.Contains("<td class=\"s\">null</td>", Html(new[] { new Node("a"), null }), StringComparison.Ordinal);

    [Fact]
    public void Ticks_and_bars_are_tables_of_what_a_trader_reads()
    {
        Assert.Equal("Time Bid Ask Spread", string.Join(' ', Words(Plain(Ticks(Euro, Euro)).Split('\n')[0])));
        Assert.Equal("Instrument Time Bid Ask Spread", string.Join(' ', Words(Plain(Ticks(Euro, Gold)).Split('\n')[0])));
        Assert.Equal(["0", "EURUSD", "2024-03-01"], Words(Plain(Ticks(Euro, Gold)).Split('\n')[1])[..3]);
        Assert.Equal("OpenTime Open High Low Close Volume Count", string.Join(' ', Words(Plain(Bars(3)).Split('\n')[0])));
        Assert.Contains("2024-03-01 08:05:00Z  1.08001  1.08021", Plain(Bars(3)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_shows_its_corners()
    {
        Assert.Equal("   0  1\n0  1  2\n1  3  4\n2 × 2", Plain(new[,] { { 1, 2 }, { 3, 4 } }));
        var library = Plain(new LibraryMatrix(1_000, 30)).Split('\n');
        Assert.Equal("1,000 × 30", library[^1]);
        Assert.Contains("…", library[0], StringComparison.Ordinal);
        Assert.Contains("999.125", library[^2], StringComparison.Ordinal);
    }

    static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
