using System.Diagnostics;
using Workbench.Scripting.Notebooks;
using static Workbench.Scripting.Tests.Notebooks.Formats.Samples;

namespace Workbench.Scripting.Tests.Notebooks.Formats;

/// <summary>Values that are too large, hold themselves, or answer slowly.</summary>
public sealed class HostileTests
{
    const int MostHtml = 200_000;

    [Fact]
    public void A_circle_ends()
    {
        var node = new Node("a & b");
        node.Next = node;
        node.Children.Add(node);
        var list = new List<object>();
        list.Add(list);
        var self = new Dictionary<string, object>();
        self["me"] = self;

        foreach (var value in (object[])[node, new[] { node }, list, self, (node, list)])
        {
            AssertBounded(value);
        }
    }

    [Fact]
    public void No_value_yields_more_html_than_a_page_can_bear()
    {
        var bad = new string('&', 5_000);
        var wide = Enumerable.Range(0, 50).Select(_ => new { A = bad, B = bad, C = bad, D = bad, E = bad, F = bad, G = bad, H = bad, I = bad, J = bad, K = bad, L = bad, M = bad, N = bad, O = bad });
        var deep = new { A = wide.ToList(), B = wide.ToArray(), C = new { A = wide, B = wide, C = new[,] { { bad, bad }, { bad, bad } } }, D = bad, E = bad };

        AssertBounded(wide);
        AssertBounded(deep);
        AssertBounded(new { deep, again = deep, wide, last = new { deep, wide } });
        AssertBounded(Enumerable.Range(0, 30).ToDictionary(index => bad + index, _ => deep));
        AssertBounded(new string[40, 40].Cast<string>().Select(_ => bad).Chunk(40).ToArray());
        AssertBounded(new Exception(bad));
    }

    [Fact]
    public void A_slow_sequence_is_given_up()
    {
        static IEnumerable<int> Slow()
        {
            for (var index = 0; ; index++)
            {
                Thread.Sleep(50);
                yield return index;
            }
        }

        var clock = Stopwatch.StartNew();

        var text = Plain(Enumerable.Range(0, 100).Select(_ => Slow()).ToList());

        Assert.Contains("…", text, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}");
    }

    [Fact]
    public void A_list_that_lies_about_its_count_shows_the_error_in_place() =>
        Assert.Contains("ArgumentOutOfRangeException", Plain(new Liar()), StringComparison.Ordinal);

    [Fact]
    public void A_pair_of_signs_that_make_one_is_not_torn()
    {
        var text = Plain(new[] { new string('x', 118) + "😀😀😀" });

        Assert.DoesNotContain(text.Zip(text.Skip(1)), pair => char.IsHighSurrogate(pair.First) && !char.IsLowSurrogate(pair.Second));
    }

    static void AssertBounded(object value)
    {
        var forms = Format(value).Forms;
        Assert.InRange(forms[MimeBundle.HtmlText].Length, 1, MostHtml);
        Assert.InRange(forms[MimeBundle.PlainText].Length, 1, MostHtml);
    }

    sealed class Liar : System.Collections.ObjectModel.Collection<int>, System.Collections.IList
    {
        int System.Collections.ICollection.Count => 3;
    }
}
