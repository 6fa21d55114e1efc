namespace Workbench.Research;

/// <summary>Gathers prices into bars by their opening times.</summary>
sealed class BarBuilder
{
    readonly List<long> nanos = [];
    readonly List<double> open = [], high = [], low = [], close = [], volume = [];

    public void Add(long opening, double price)
    {
        if (nanos.Count == 0 || nanos[^1] != opening)
        {
            nanos.Add(opening);
            open.Add(price);
            high.Add(price);
            low.Add(price);
            close.Add(price);
            volume.Add(0d);
        }

        high[^1] = Math.Max(high[^1], price);
        low[^1] = Math.Min(low[^1], price);
        close[^1] = price;
        volume[^1]++;
    }

    public BarColumns Build(Instrument instrument) => new()
    {
        Instrument = instrument, Nanos = [.. nanos], Open = [.. open], High = [.. high], Low = [.. low], Close = [.. close], Volume = [.. volume],
    };
}
