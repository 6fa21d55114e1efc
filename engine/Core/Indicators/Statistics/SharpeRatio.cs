namespace Workbench.Core;

/// <summary>Sharpe ratio (William Sharpe, 1966) of the close's returns per bar: mean return above the risk-free one by the population standard deviation; 0 where nothing varied.</summary>
/// <param name="length">Returns of one bar, at least 2; 20.</param>
/// <param name="riskFree">Risk-free return per bar; 0.</param>
/// <remarks>Not annualised: times the root of the bars in a year it is.</remarks>
public sealed class SharpeRatio(int length = 20, double riskFree = 0d) : Study($"Sharpe({length},{riskFree})", length + 1)
{
    readonly Rolling<Moments> window = new(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        if (!before.Exists)
        {
            return double.NaN;
        }

        var returns = window.Add(Moments.Of(now.Close / before.Close - 1d));
        return returns.VarianceX == 0d ? 0d : (returns.MeanX - riskFree) / Math.Sqrt(returns.VarianceX);
    }
}
