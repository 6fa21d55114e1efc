namespace Workbench.Data.Generation;

/// <summary>Functions made of + − × ÷ and square root only, which every machine rounds alike; the runtime's Log and Exp differ in the last bit between platforms.</summary>
static class Exact
{
    const double Ln2 = 0.693147180559945309;

    /// <summary>Natural logarithm of a number above 0, good to 15 digits.</summary>
    public static double Log(double value)
    {
        var halvings = 0;
        for (; value > 1.5; value /= 2)
        {
            halvings++;
        }

        for (; value < 0.75; value *= 2)
        {
            halvings--;
        }

        // ln x = 2 artanh((x − 1) / (x + 1)), whose series needs a dozen terms this near to 1.
        var ratio = (value - 1) / (value + 1);
        var square = ratio * ratio;
        var sum = 0.0;
        for (var n = 39; n >= 1; n -= 2)
        {
            sum = sum * square + 1.0 / n;
        }

        return 2 * ratio * sum + halvings * Ln2;
    }
}
