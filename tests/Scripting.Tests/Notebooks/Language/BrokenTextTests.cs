using System.Diagnostics;

namespace Workbench.Scripting.Tests.Notebooks.Language;

/// <summary>Real code cut and torn at random: whatever a person's text looks like half-way, there is an answer, and soon.</summary>
public sealed class BrokenTextTests
{
    // Of five questions together, on a machine that has other work to do.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    static readonly Lazy<Session> Lived = new(() => new Session("var prices = new List<decimal>();"));

    static readonly string[] Sources =
    [
        .. Directory.GetFiles(Repository.Path("strategies"), "*.csx").Order(StringComparer.Ordinal).Take(3).Select(File.ReadAllText),
        "#!time\nvar xs = prices.Select((p, i) => new { p, i }).Where(x => x.p > 1 && x.i is > 2 or < 1).ToList();\nforeach (var (a, b) in xs.Zip(xs)) { Console.WriteLine($\"{a.p:F2} {b?.i}\"); }\n#!markdown\n# text\n#!csharp\nrecord R(int A, string? B = \"\"\"raw\"\"\") { public int this[int i] => i; }\nvar r = new R(1) with { A = 2 };\nSide side = r.A switch { 1 => Side.Buy, _ => Side.Sell };",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_text_is_answered_and_soon(int seed)
    {
        var dice = new Random(seed);
        Answer("prices.", 7);
        for (var round = 0; round < 25; round++)
        {
            var text = Torn(dice);
            var place = dice.Next(-2, text.Length + 3);
            var clock = Stopwatch.StartNew();
            var error = Record.Exception(() => Answer(text, place));

            Assert.True(error is null, $"seed {seed}, round {round}, place {place}: {error}\n{text}");
            Assert.True(clock.Elapsed < Longest, $"seed {seed}, round {round}, place {place} took {clock.Elapsed}\n{text}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\uD800(.\uFFFF")]
    [InlineData("#")]
    [InlineData("\r\n#!\r\n")]
    [InlineData(".")]
    [InlineData("override ")]
    [InlineData("a?.b?.")]
    [InlineData("new { ")]
    [InlineData("using System.")]
    [InlineData("global::")]
    [InlineData("x is { ")]
    [InlineData("[")]
    public void Odd_text_is_answered_at_every_place(string text)
    {
        for (var place = 0; place <= text.Length; place++)
        {
            Answer(text, place);
        }
    }

    [Fact]
    public void Lambdas_in_lambdas_are_answered_soon()
    {
        var text = string.Concat(Enumerable.Range(0, 8).Select(level => FormattableString.Invariant($"prices.Select(x{level} => "))) + "prices.";
        var clock = Stopwatch.StartNew();

        Answer(text, text.Length);

        Assert.True(clock.Elapsed < Longest, $"took {clock.Elapsed}");
    }

    [Fact]
    public void Text_nested_without_end_is_answered()
    {
        Answer(new string('(', 20_000), 20_000);
        Answer(string.Concat(Enumerable.Repeat("f(x => ", 200)), 1_400);
        Answer("var x = " + string.Join(" + ", Enumerable.Repeat("1", 5_000)), 10);
    }

    static void Answer(string text, int place)
    {
        var service = Lived.Value.Service;
        Assert.InRange(service.Complete(text, place).Items.Count, 0, 300);
        service.Inspect(text, place);
        service.Signatures(text, place);
        Assert.InRange(service.Diagnose(text).Count, 0, 100);
        service.IsComplete(text);
    }

    // A cut, sometimes with a piece taken out or with two pieces changed about.
    static string Torn(Random dice)
    {
        var source = Sources[dice.Next(Sources.Length)];
        var from = dice.Next(source.Length);
        var text = source.Substring(from, Math.Min(dice.Next(1, 1_500), source.Length - from));
        var gap = dice.Next(text.Length);
        return dice.Next(3) switch
        {
            0 => text,
            1 => text.Remove(gap, Math.Min(dice.Next(1, 40), text.Length - gap)),
            _ => text[gap..] + text[..gap],
        };
    }
}
