using System.Numerics;

namespace Workbench.Core.Tests.Oracle;

/// <summary>
/// The moving-average cross written from its specification in whole numbers, without a line of the engine: side is the sign of
/// sum(fast)·slow − sum(slow)·fast, a tie keeps the side, a change reverses to ±qty at the next price. Money counts in units of
/// 10^-(scale+5), in which a fee of 0.002 % is whole.
/// </summary>
sealed class ExactCross(int fast, int slow, long qty, int scale, long cash)
{
    const int FeeShare = 2;
    const int FeeDigits = 5;

    readonly List<long> closes = [];
    BigInteger money = cash * BigInteger.Pow(10, scale + FeeDigits);
    long position;
    int side;

    public int Orders { get; private set; }

    public int Fills { get; private set; }

    /// <summary>A close came in. The prices may count in any unit.</summary>
    public void Close(long price)
    {
        closes.Add(price);
        if (closes.Count < slow)
        {
            return;
        }

        var sign = (Sum(fast) * slow - Sum(slow) * fast).Sign;
        if (sign != 0 && sign != side)
        {
            side = sign;
            Orders++;
        }
    }

    /// <summary>The first event after: whatever was decided is done at these prices.</summary>
    public void Price(long bid, long ask)
    {
        var order = side * qty - position;
        if (order == 0)
        {
            return;
        }

        BigInteger notional = order * (BigInteger)(order > 0 ? ask : bid);
        money -= notional * BigInteger.Pow(10, FeeDigits) + BigInteger.Abs(notional) * FeeShare;
        position += order;
        Fills++;
    }

    /// <summary>Cash plus the position at the mark, as numerator over 10^(scale+5).</summary>
    public string Equity(long bid, long ask) =>
        Exact.Text(money + position * (BigInteger)(position < 0 ? ask : bid) * BigInteger.Pow(10, FeeDigits), scale + FeeDigits);

    BigInteger Sum(int count)
    {
        BigInteger sum = 0;
        for (var i = closes.Count - count; i < closes.Count; i++)
        {
            sum += closes[i];
        }

        return sum;
    }
}
