namespace Workbench.Core;

/// <summary>Money flow index (Quong and Soudack, 1989): an RSI of money, typical price times volume on rising bars as a share of both, 0 to 100; 50 where none flowed.</summary>
/// <param name="length">Bars, at least 1; 14.</param>
public sealed class Mfi(int length = 14) : Study($"MFI({length})", length + 1)
{
    readonly Smoother ins = new SimpleSmoother(length);
    readonly Smoother outs = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        if (!before.Exists)
        {
            return double.NaN;
        }

        var money = now.Typical * now.Volume;
        double bought = ins.Add(now.Typical > before.Typical ? money : 0d), sold = outs.Add(now.Typical < before.Typical ? money : 0d);
        return bought + sold == 0d ? 50d : 100d * bought / (bought + sold);
    }
}
