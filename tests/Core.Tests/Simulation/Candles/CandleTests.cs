namespace Workbench.Core.Tests.Simulation.Candles;

/// <summary>What becomes of orders on drawn candles: the cases stand in the text files beside this one, for anybody who can read a chart.</summary>
public sealed class CandleTests
{
    static readonly Dictionary<string, string> Cases = new[] { "entries", "exits", "lives" }
        .SelectMany(Read).ToDictionary(drawn => drawn.Name, drawn => drawn.Text);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawn_case_comes_out_as_drawn(string name)
    {
        var drawing = new Drawing(Cases[name]);

        Assert.Equal(drawing.Expected, drawing.Play());
    }

    static IEnumerable<(string Name, string Text)> Read(string file)
    {
        using var stream = typeof(CandleTests).Assembly.GetManifestResourceStream($"{file}.txt")!;
        using var reader = new StreamReader(stream);
        foreach (var part in reader.ReadToEnd().Split("# ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n', 2);
            yield return (lines[0].Trim(), lines[1]);
        }
    }
}
