namespace Workbench.Research.Tests;

/// <summary>Texts that look a little like what a parser wants.</summary>
static class Rubbish
{
    /// <summary>A few pieces of an alphabet; the same for a seed.</summary>
    public static string Of(int seed, string alphabet) => Of(seed, [.. alphabet.Select(letter => letter.ToString())], 24);

    public static string Of(int seed, string[] pieces, int most)
    {
        var dice = new SeededRandom(seed);
        return string.Concat(Enumerable.Range(0, dice.Next(1, most)).Select(_ => pieces[dice.Next(pieces.Length)]));
    }
}
