namespace Workbench.Core;

/// <summary>Fisher transform (John Ehlers, 2002): place of the bars' middle in its channel, stretched so that turning points are sharp; around 0, rarely beyond ±3.</summary>
/// <param name="length">Bars of the channel, at least 1; 10.</param>
/// <remarks>Recursive from bar n, both averages from 0. Uses <see cref="Math.Log(double)"/>.</remarks>
public sealed class FisherTransform(int length = 10) : Study($"Fisher({length})", length)
{
    readonly Channel channel = new(length);
    double place;
    double fisher;
    double previous = double.NaN;

    /// <summary>The value one bar before; a cross of the two is Ehlers' signal.</summary>
    public double Trigger => Shown(previous);

    private protected override double Next(in Candle now, in Candle before)
    {
        channel.Add(now.Median, now.Median);
        var raw = 2d * channel.Place(now.Median) - 1d;
        if (double.IsNaN(raw))
        {
            return raw;
        }

        place = Bounded(0.33d * raw + 0.67d * place);
        previous = fisher;
        return fisher = 0.5d * Math.Log((1d + place) / (1d - place)) + 0.5d * fisher;
    }

    // Ehlers' own bounds: what passes 0.99 counts as 0.999.
    static double Bounded(double place) => place > 0.99d ? 0.999d : place < -0.99d ? -0.999d : place;
}
