namespace Workbench.Core;

/// <summary>McGinley dynamic of closes (John McGinley, 1990): an average whose speed follows the market, quicker downwards than upwards. In quote currency.</summary>
/// <param name="length">Bars, at least 1; about half the length of the average it stands for.</param>
/// <param name="factor">McGinley's constant; 0.6. Some charts use 1.</param>
/// <remarks>Starts from the first close, as its author does; it is called ready once n bars came in.</remarks>
public sealed class McGinley(int length = 14, double factor = 0.6d) : Study($"McGinley({length},{factor})", length)
{
    readonly double inertia = factor * length;
    double line = double.NaN;

    private protected override double Next(in Candle now, in Candle before)
    {
        if (double.IsNaN(line))
        {
            return line = now.Close;
        }

        var ratio = now.Close / line;
        return line += (now.Close - line) / (inertia * ratio * ratio * ratio * ratio);
    }
}
