namespace Workbench.Core;

/// <summary>Hurst exponent: how the spread of the close's moves grows with their span; 0.5 for a random walk, above for trends, below for returns to a mean, 0.5 where nothing moved.</summary>
/// <param name="length">Closes it looks at, above <paramref name="longest"/>; 252.</param>
/// <param name="longest">Longest span in bars, at least 3; 20. Each bar costs as many steps.</param>
/// <remarks>Slope of log deviation over log span, spans from 2 bars on (Hurst, 1951, in the form of Mandelbrot and Van Ness, 1968). Uses <see cref="Math.Log(double)"/>.</remarks>
public sealed class Hurst(int length = 252, int longest = 20) : Study($"Hurst({length},{longest})", length)
{
    const int Shortest = 2;

    readonly Window closes = new(longest + 1);
    readonly Rolling<Moments>[] moves = [.. Enumerable.Range(Shortest, longest - Shortest + 1).Select(span => new Rolling<Moments>(length - span))];

    private protected override double Next(in Candle now, in Candle before)
    {
        closes.Add(now.Close);
        var line = default(Moments);
        var moved = true;
        for (var i = 0; i < moves.Length; i++)
        {
            var move = now.Close - closes[i + Shortest];
            var variance = double.IsNaN(move) ? 0d : moves[i].Add(Moments.Of(move)).VarianceX;
            moved &= variance > 0d;
            line = line.Then(Moments.Of(Math.Log(i + Shortest), moved ? Math.Log(variance) / 2d : 0d));
        }

        return moved ? line.Slope : 0.5d;
    }
}
